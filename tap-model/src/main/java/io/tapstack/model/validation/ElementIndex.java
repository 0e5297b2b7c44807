package io.tapstack.model.validation;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ForEach;
import io.tapstack.model.value.LogicalId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All elements of a template by section and name. */
final class ElementIndex {

    private static final int SECTIONS = Section.values().length;

    private final List<Element> all = new ArrayList<>();
    private final List<Element> allReadOnly = Collections.unmodifiableList(all);
    private final ReferenceWalk walk;
    private final List<List<Element>> bySection = new ArrayList<>(SECTIONS);
    private final List<List<Element>> readOnly = new ArrayList<>(SECTIONS);
    private final List<Map<String, Element>> byName = new ArrayList<>(SECTIONS);
    private final Map<String, ResourceFacts> factsByType = new HashMap<>();

    ElementIndex(Template template, CloudFormationFacts knownFacts, ReferenceWalk walk) {
        this.walk = walk;
        for (int i = 0; i < SECTIONS; i++) {
            int size = i == Section.RESOURCES.ordinal() ? template.resources().size() : 0;
            bySection.add(new ArrayList<>(size));
            readOnly.add(Collections.unmodifiableList(bySection.get(i)));
            byName.add(new HashMap<>(size * 4 / 3 + 1));
        }
        walk.template(add(Section.TEMPLATE, "", template, SourceLocation.unknown()), template);
        declarations(Section.PARAMETERS, template.parameters());
        declarations(Section.MAPPINGS, template.mappings());
        declarations(Section.RULES, template.rules());
        declarations(Section.CONDITIONS, template.conditions());
        loops(Section.CONDITIONS, template.conditionLoops());
        for (Resource resource : template.resources()) {
            Element element = add(Section.RESOURCES, resource.logicalId().name(), resource, resource.source());
            element.facts(facts(resource.resourceType(), knownFacts));
            walk.resource(element, resource);
        }
        loops(Section.RESOURCES, template.resourceLoops());
        for (Output output : template.outputs()) {
            walk.output(add(Section.OUTPUTS, output.logicalId().name(), output, output.source()), output);
        }
        loops(Section.OUTPUTS, template.outputLoops());
        for (Reference reference : walk.references) {
            reference.resolve(this);
        }
    }

    private @Nullable ResourceFacts facts(String type, CloudFormationFacts knownFacts) {
        ResourceFacts known = factsByType.get(type);
        if (known == null) {
            known = knownFacts.resource(ResourceTypes.judgedAs(type)).orElse(null);
            if (known != null) {
                factsByType.put(type, known);
            }
        }
        return known;
    }

    private void declarations(Section section, List<? extends Declaration> declarations) {
        for (Declaration declaration : declarations) {
            String name = declaration.logicalId().name();
            walk.declaration(add(section, name, declaration, declaration.source()), declaration.body());
        }
    }

    private void loops(Section section, List<ForEach> loops) {
        for (ForEach loop : loops) {
            walk.loop(add(section, loop.key(), loop, SourceLocation.unknown()), loop.argument());
        }
    }

    private Element add(Section section, String name, Object content, SourceLocation source) {
        Element element = new Element(section, name, all.size(), content, source, condition(content));
        all.add(element);
        bySection.get(section.ordinal()).add(element);
        byName.get(section.ordinal()).putIfAbsent(name, element);
        return element;
    }

    List<Element> all() {
        return allReadOnly;
    }

    List<Element> of(Section section) {
        return readOnly.get(section.ordinal());
    }

    @Nullable
    Element find(Section section, String name) {
        return byName.get(section.ordinal()).get(name);
    }

    private static @Nullable String condition(Object content) {
        if (content instanceof Resource resource) {
            ResourceOptions options = resource.options();
            LogicalId condition = options == ResourceOptions.none()
                    ? null
                    : options.condition().orElse(null);
            return condition == null ? null : condition.name();
        }
        return content instanceof Output output ? output.condition().orElse(null) : null;
    }
}
