package io.tapstack.model.validation;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.scenario.Scenarios;
import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template with everything that rules ask about it: what is declared, who refers to whom and where, what the facts know of each
 * resource, and what the conditions mean. Made once for each validation; not thread-safe.
 */
public final class TemplateContext {

    private final Template template;
    private final CloudFormationFacts facts;
    private final ElementIndex elements;
    private final ReferenceWalk walk;
    private final Macros macros;
    private final ValueKinds kinds;
    private final List<Reference> references;
    private final List<List<Reference>> referencesByKind = new ArrayList<>();
    private final List<FunctionUse> functions;
    private final PatternVerdicts patterns = new PatternVerdicts();
    private final Map<Class<?>, Object> kept = new HashMap<>();
    private @Nullable Scenarios scenarios;

    private TemplateContext(Template template, CloudFormationFacts facts) {
        this.template = template;
        this.facts = facts;
        this.macros = new Macros(template);
        this.walk = new ReferenceWalk();
        this.elements = new ElementIndex(template, facts, walk);
        this.kinds = new ValueKinds(this);
        this.references = Collections.unmodifiableList(walk.references);
        this.functions = Collections.unmodifiableList(walk.functions);
        sortByKind(walk.references);
    }

    private void sortByKind(List<Reference> all) {
        List<List<Reference>> lists = new ArrayList<>();
        for (int i = 0; i < Reference.Kind.values().length; i++) {
            lists.add(new ArrayList<>());
            referencesByKind.add(Collections.unmodifiableList(lists.get(i)));
        }
        for (int i = 0; i < all.size(); i++) {
            Reference reference = all.get(i);
            lists.get(reference.kind().ordinal()).add(reference);
        }
    }

    /** The index of a template. */
    public static TemplateContext of(Template template, CloudFormationFacts facts) {
        return new TemplateContext(template, facts);
    }

    /** The template. */
    public Template template() {
        return template;
    }

    /** The facts by which it is judged. */
    public CloudFormationFacts facts() {
        return facts;
    }

    /** Everything that is declared, in the order of the template; first the template itself. */
    public List<Element> elements() {
        return elements.all();
    }

    /** What is declared in a section, in order; loops after the rest. */
    public List<Element> elements(Section section) {
        return elements.of(section);
    }

    /** The template itself. */
    public Element templateElement() {
        return elements.all().get(0);
    }

    /** The first entry of a section with this name; null if there is none. */
    public @Nullable Element find(Section section, String name) {
        return elements.find(section, name);
    }

    /** The first resource with this logical id; null if there is none. */
    public @Nullable Resource resource(String logicalId) {
        Element element = elements.find(Section.RESOURCES, logicalId);
        return element == null ? null : element.resource();
    }

    /** The first parameter with this name; null if there is none. */
    public @Nullable Parameter parameter(String name) {
        return declaration(Section.PARAMETERS, name) instanceof Parameter parameter ? parameter : null;
    }

    /** The first mapping with this name; null if there is none. */
    public @Nullable Mapping mapping(String name) {
        return declaration(Section.MAPPINGS, name) instanceof Mapping mapping ? mapping : null;
    }

    private @Nullable Declaration declaration(Section section, String name) {
        Element element = elements.find(section, name);
        return element == null ? null : element.declaration();
    }

    /** The uses of names of one kind, in the order of the template. */
    public List<Reference> references(Reference.Kind kind) {
        return referencesByKind.get(kind.ordinal());
    }

    /** All uses of names, in the order of the template. */
    public List<Reference> references() {
        return references;
    }

    /**
     * All functions, in the order of the template, the outer before the inner; without {@code Ref} and {@code Fn::GetAtt}, which are
     * among the {@linkplain #references() uses of names}.
     */
    public List<FunctionUse> functions() {
        return functions;
    }

    /** The literal texts with a <code>${</code> in them, in the order of the template; without those that {@code Fn::Sub} fills in. */
    public List<PlacedText> placeholderTexts() {
        return Collections.unmodifiableList(walk.placeholderTexts);
    }

    /** Where values are nested too deep to be looked at. */
    public List<Place> tooDeep() {
        return Collections.unmodifiableList(walk.tooDeep);
    }

    /** What the template's macros and loops may add to it. */
    public Macros macros() {
        return macros;
    }

    /** What the conditions mean, and which of them can hold together. */
    public Scenarios scenarios() {
        Scenarios known = scenarios;
        if (known == null) {
            known = Scenarios.of(template);
            scenarios = known;
        }
        return known;
    }

    /** What kind of value CloudFormation will see there. */
    public ValueKind kindOf(Value<?> value) {
        return kinds.of(value);
    }

    /**
     * Whether a text fits the pattern of some limits; each pair is matched once. A text for which that takes too long, or a missing
     * pattern, counts as fitting.
     */
    public boolean fitsPattern(ValueLimits limits, String text) {
        return patterns.fits(limits, text);
    }

    /** What a rule has {@linkplain #keep kept} of this class during this validation; null if it has not. */
    public <T> @Nullable T kept(Class<T> type) {
        return type.cast(kept.get(type));
    }

    /** Keeps something that a rule has found out about the template, for the next time it is asked, and returns it. */
    public <T> T keep(Class<T> type, T found) {
        kept.put(type, found);
        return found;
    }
}
