package io.tapstack.patterns.composition;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A way to make a template worse, and the rule that must speak then. */
final class Weakening {

    private final String name;
    private final String rule;
    private final Predicate<Resource> applies;
    private final Function<Resource, List<Resource>> change;

    private Weakening(
            String name, String rule, Predicate<Resource> applies, Function<Resource, List<Resource>> change) {
        this.name = name;
        this.rule = rule;
        this.applies = applies;
        this.change = change;
    }

    /** A change of one resource of a type. */
    static Weakening of(String name, String rule, String type, UnaryOperator<Resource> change) {
        return new Weakening(
                name, rule, resource -> resource.resourceType().equals(type), victim -> List.of(change.apply(victim)));
    }

    /** Another resource beside one of a type. */
    static Weakening beside(String name, String rule, String type, UnaryOperator<Resource> other) {
        return new Weakening(
                name,
                rule,
                resource -> resource.resourceType().equals(type),
                victim -> List.of(victim, other.apply(victim)));
    }

    /** A property of a type, at the end of a way of members, gets another value; null takes it away. */
    static Weakening set(String rule, String type, String path, @Nullable Value<?> value) {
        String[] steps = path.split("\\.", -1);
        return new Weakening(
                type + " " + path + (value == null ? " removed" : " = " + value),
                rule,
                resource -> resource.resourceType().equals(type) && has(resource.properties(), steps),
                victim -> List.of(victim.withProperties(set(victim.properties(), steps, value))));
    }

    Weakening where(Predicate<Resource> condition) {
        return new Weakening(name, rule, applies.and(condition), change);
    }

    /** The resources of a template that it can make worse. */
    List<Resource> victims(Template template) {
        return template.resources().stream().filter(applies).toList();
    }

    /** The template with one of them made worse. */
    Template apply(Template template, Resource victim) {
        List<Resource> resources = new ArrayList<>();
        for (Resource resource : template.resources()) {
            resources.addAll(
                    resource.logicalId().equals(victim.logicalId()) ? change.apply(resource) : List.of(resource));
        }
        return template.toBuilder().resources(resources).build();
    }

    String rule() {
        return rule;
    }

    @Override
    public String toString() {
        return name;
    }

    private static boolean has(PropertyBag bag, String[] steps) {
        Value<?> value = bag.find(steps[0]);
        for (int i = 1; value != null && i < steps.length; i++) {
            value = first(value) instanceof ObjectValue<?> object
                    ? object.members().find(steps[i])
                    : null;
        }
        return value != null;
    }

    private static @Nullable Value<?> first(Value<?> value) {
        if (value instanceof ListValue<?> list) {
            return list.items().isEmpty() ? null : list.items().get(0);
        }
        return value;
    }

    /** The bag with another value at the end of the way; in a list, its first item changes. */
    static PropertyBag set(PropertyBag bag, String[] steps, @Nullable Value<?> value) {
        if (steps.length == 1) {
            return value == null ? bag.without(steps[0]) : bag.with(steps[0], value);
        }
        String[] rest = Arrays.copyOfRange(steps, 1, steps.length);
        Value<?> inner = bag.get(steps[0]).orElseThrow();
        if (inner instanceof ListValue<?> list) {
            List<Value<?>> items = new ArrayList<>(list.items());
            items.set(0, MapValue.ofAny(set(((ObjectValue<?>) items.get(0)).members(), rest, value)));
            return bag.with(steps[0], ListValue.ofAny(items));
        }
        return bag.with(steps[0], MapValue.ofAny(set(((ObjectValue<?>) inner).members(), rest, value)));
    }
}
