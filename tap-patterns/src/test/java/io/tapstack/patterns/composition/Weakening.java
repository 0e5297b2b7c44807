package io.tapstack.patterns.composition;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A way to make a template worse, the rule that must speak then, and of what: of the resource that was made worse, unless it says otherwise. */
public final class Weakening {

    private final String name;
    private final String rule;
    private final Predicate<Resource> applies;
    private final BiFunction<Template, Resource, Template> change;
    private final Predicate<Template> fits;
    private final Set<String> spokenOf;
    private final String suffix;

    private Weakening(
            String name,
            String rule,
            Predicate<Resource> applies,
            BiFunction<Template, Resource, Template> change,
            Predicate<Template> fits,
            Set<String> spokenOf,
            String suffix) {
        this.name = name;
        this.rule = rule;
        this.applies = applies;
        this.change = change;
        this.fits = fits;
        this.spokenOf = spokenOf;
        this.suffix = suffix;
    }

    /** A change of the template around a resource of a type. */
    static Weakening around(String name, String rule, String type, BiFunction<Template, Resource, Template> change) {
        return new Weakening(name, rule, isOf(type), change, template -> true, Set.of(), "");
    }

    private static Predicate<Resource> isOf(String type) {
        return resource -> resource.resourceType().equals(type);
    }

    /** A change of one resource of a type. */
    static Weakening of(String name, String rule, String type, UnaryOperator<Resource> change) {
        return around(name, rule, type, (template, victim) -> replace(template, victim, List.of(change.apply(victim))));
    }

    /** Another resource beside one of a type, whose logical id ends in {@code Twin}, and of which the rule speaks. */
    static Weakening beside(String name, String rule, String type, UnaryOperator<Resource> other) {
        Weakening beside = around(
                name,
                rule,
                type,
                (template, victim) -> replace(
                        template,
                        victim,
                        List.of(victim, Edits.renamed(other.apply(victim), victim.logicalId() + "Twin"))));
        return new Weakening(beside.name, rule, beside.applies, beside.change, beside.fits, Set.of(), "Twin");
    }

    /** A resource of a type is gone. */
    static Weakening gone(String rule, String type) {
        return around(type + " removed", rule, type, (template, victim) -> replace(template, victim, List.of()));
    }

    /** A property of a type, at the end of a way of members, gets another value; null takes it away. */
    static Weakening set(String rule, String type, String way, @Nullable Value<?> value) {
        return of(
                        type + " " + way + (value == null ? " removed" : " = " + value),
                        rule,
                        type,
                        victim -> Edits.set(victim, way, value))
                .where(resource -> Edits.find(resource.properties(), way) != null);
    }

    /** The same of the resources that pass only. */
    Weakening where(Predicate<Resource> condition) {
        return new Weakening(name, rule, applies.and(condition), change, fits, spokenOf, suffix);
    }

    /** The same of the templates that pass only. */
    Weakening in(Predicate<Template> condition) {
        return new Weakening(name, rule, applies, change, fits.and(condition), spokenOf, suffix);
    }

    /** The same, but the rule speaks of a resource of one of these types that is left. */
    Weakening spokenOf(String... types) {
        return new Weakening(name, rule, applies, change, fits, Set.of(types), suffix);
    }

    /** The same under another name. */
    Weakening named(String other) {
        return new Weakening(other, rule, applies, change, fits, spokenOf, suffix);
    }

    /** The resources of a template that it can make worse. */
    public List<Resource> victims(Template template) {
        return fits.test(template)
                ? template.resources().stream().filter(applies).toList()
                : List.of();
    }

    /** The template with one of them made worse. */
    public Template apply(Template template, Resource victim) {
        return change.apply(template, victim);
    }

    static Template replace(Template template, Resource victim, List<Resource> others) {
        List<Resource> resources = new ArrayList<>();
        for (Resource resource : template.resources()) {
            resources.addAll(resource.logicalId().equals(victim.logicalId()) ? others : List.of(resource));
        }
        return template.toBuilder().resources(resources).build();
    }

    /** Whether a finding is the one that must be made of the template with that resource made worse. */
    public boolean isMeant(Template weakened, Resource victim, Finding finding) {
        String place = finding.logicalId().orElse("");
        if (!finding.ruleId().equals(rule) || !finding.path().startsWith("Resources/" + place)) {
            return false;
        }
        if (spokenOf.isEmpty()) {
            return place.equals(victim.logicalId() + suffix);
        }
        return weakened.resource(LogicalId.asWritten(place))
                .filter(resource -> spokenOf.contains(resource.resourceType()))
                .isPresent();
    }

    /** The id of the rule that must speak. */
    public String rule() {
        return rule;
    }

    @Override
    public String toString() {
        return name;
    }
}
