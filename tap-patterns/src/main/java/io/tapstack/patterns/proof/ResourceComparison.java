package io.tapstack.patterns.proof;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.Shape;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.TagFacts;
import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.scenario.Scenarios;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.Functions;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the properties of a resource differ between two templates, and where they refer to other resources in both alike.
 *
 * <p>Values are compared by what CloudFormation makes of them: {@code true} and {@code "true"} are the same, and so are a
 * {@code Fn::Join} and a {@code Fn::Sub} that give the same text; each branch of {@code Fn::If} is compared when its condition says so.
 */
final class ResourceComparison {

    /** What the paths of all properties begin with. */
    static final String PROPERTIES = "Properties";

    private static final int MOST_CHOICES = 10_000;

    private final Redefinitions redefinitions;
    private final Scenarios scenarios;
    private final Optional<ResourceFacts> facts;
    private final Set<String> resources;
    private final Map<String, Difference> differences = new LinkedHashMap<>();
    private final Set<Tie> ties = new LinkedHashSet<>();
    private int choices;

    private ResourceComparison(
            Redefinitions redefinitions, Scenarios scenarios, Set<String> resources, String resourceType) {
        this.redefinitions = redefinitions;
        this.scenarios = scenarios;
        this.resources = resources;
        this.facts = CloudFormationFacts.bundled().resource(resourceType);
    }

    /**
     * Compares two resources of one type.
     *
     * @param scenarios those of both templates at once, as {@link Lifetimes} has them
     * @param resources the logical ids of both templates
     */
    static ResourceComparison of(
            Resource before, Resource after, Redefinitions redefinitions, Scenarios scenarios, Set<String> resources) {
        ResourceComparison comparison =
                new ResourceComparison(redefinitions, scenarios, resources, after.resourceType());
        Guard guard = Guard.and(comparison.existence(before, true), comparison.existence(after, false));
        comparison.compare(
                whole(before.properties()),
                whole(after.properties()),
                new Spot(PROPERTIES, Replacement.NEVER, comparison.facts.orElse(null), null, false, guard));
        return comparison;
    }

    /** The differences, in order. */
    List<Difference> differences() {
        return Collections.unmodifiableList(new ArrayList<>(differences.values()));
    }

    /** What refers to other resources and stands there unchanged. */
    Set<Tie> ties() {
        return ties;
    }

    private static Value<?> whole(PropertyBag properties) {
        Intrinsic<?> choice = Functions.choice(properties);
        return choice == null ? MapValue.ofAny(properties) : choice;
    }

    private void compare(@Nullable Value<?> before, @Nullable Value<?> after, Spot spot) {
        Value<?> left = resolved(before, true);
        Value<?> right = resolved(after, false);
        if (left == null && right == null || !canBe(spot.guard)) {
            return;
        }
        if (left instanceof If<?> || right instanceof If<?>) {
            choices(left, right, spot);
        } else if (left == null || right == null) {
            report(left, right, spot, true, "");
        } else if (left instanceof ObjectValue<?> old && right instanceof ObjectValue<?> now) {
            members(old.members(), now.members(), spot);
        } else if (left instanceof ListValue<?> old && right instanceof ListValue<?> now) {
            items(old.items(), now.items(), spot);
        } else if (left.equals(right)) {
            unchanged(right, spot);
        } else {
            texts(left, right, spot);
        }
    }

    /** What stands in a mapping, where that is known; null for what is left out. */
    private @Nullable Value<?> resolved(@Nullable Value<?> value, boolean old) {
        if (value instanceof Ref<?> ref && ref.equals(PseudoParameter.noValue())) {
            return null;
        }
        if (value instanceof FindInMap<?> lookup
                && lookup.argument(0) instanceof Literal<?> mapping
                && lookup.argument(1) instanceof Literal<?> row
                && lookup.argument(2) instanceof Literal<?> column) {
            Value<?> entry = old
                    ? redefinitions.oldEntry(mapping.text(), row.text(), column.text())
                    : redefinitions.newEntry(mapping.text(), row.text(), column.text());
            return entry == null ? value : entry;
        }
        return value;
    }

    private boolean canBe(@Nullable Guard guard) {
        return scenarios.satisfiable(guard) != Satisfiability.IMPOSSIBLE;
    }

    /** Both sides under a condition, and both sides without it. */
    private void choices(@Nullable Value<?> before, @Nullable Value<?> after, Spot spot) {
        String condition = after instanceof If<?> ? condition(after, false) : condition(before, true);
        if (condition == null || ++choices > MOST_CHOICES) {
            report(before, after, spot, false, "there are too many conditions to tell");
            return;
        }
        for (boolean holds : new boolean[] {true, false}) {
            Value<?> left = condition.equals(condition(before, true)) ? branch(before, holds) : before;
            Value<?> right = condition.equals(condition(after, false)) ? branch(after, holds) : after;
            compare(left, right, spot.within(Guard.within(spot.guard, condition, holds)));
        }
    }

    /** The condition of a choice, under the name that it has among those of both templates; null for anything else. */
    private @Nullable String condition(@Nullable Value<?> value, boolean old) {
        if (!(value instanceof If<?> choice)) {
            return null;
        }
        return common(choice.condition().name(), old);
    }

    /** When a resource is there; null if always. */
    private @Nullable Guard existence(Resource resource, boolean old) {
        return resource.options()
                .condition()
                .map(condition -> Guard.within(null, common(condition.name(), old), true))
                .orElse(null);
    }

    /** The name of a condition among those of both templates. */
    private String common(String condition, boolean old) {
        return old && !redefinitions.condition(condition).isEmpty() ? Renaming.of(condition) : condition;
    }

    private static @Nullable Value<?> branch(@Nullable Value<?> value, boolean holds) {
        if (!(value instanceof If<?> choice)) {
            return value;
        }
        return holds ? choice.whenTrue() : choice.whenFalse();
    }

    private void members(PropertyBag before, PropertyBag after, Spot spot) {
        Set<String> names = new LinkedHashSet<>(after.names());
        names.addAll(before.names());
        for (String name : names) {
            compare(before.find(name), after.find(name), spot.member(name, facts));
        }
    }

    private void items(List<Value<?>> before, List<Value<?>> after, Spot spot) {
        if (spot.isTags(facts)) {
            Map<String, Value<?>> oldTags = byKey(before);
            Map<String, Value<?>> newTags = byKey(after);
            if (oldTags.size() == before.size() && newTags.size() == after.size()) {
                Set<String> keys = new LinkedHashSet<>(newTags.keySet());
                keys.addAll(oldTags.keySet());
                for (String key : keys) {
                    compare(oldTags.get(key), newTags.get(key), spot.item(key));
                }
                return;
            }
        }
        if (before.size() != after.size()) {
            report(ListValue.ofAny(before), ListValue.ofAny(after), spot, true, "");
            return;
        }
        for (int i = 0; i < after.size(); i++) {
            compare(before.get(i), after.get(i), spot.item(String.valueOf(i)));
        }
    }

    /** The values of tags, which have no order, by their keys. */
    private static Map<String, Value<?>> byKey(List<Value<?>> tags) {
        Map<String, Value<?>> byKey = new LinkedHashMap<>();
        for (Value<?> tag : tags) {
            if (tag instanceof ObjectValue<?> object && object.members().find("Key") instanceof Literal<?> key) {
                byKey.put(key.text(), object);
            }
        }
        return byKey;
    }

    private void texts(Value<?> before, Value<?> after, Spot spot) {
        Pieces old = Pieces.of(before);
        Pieces now = Pieces.of(after);
        if (old == null || now == null) {
            boolean certain = !(before instanceof Intrinsic) && !(after instanceof Intrinsic);
            report(before, after, spot, certain, certain ? "" : "if they turn out to differ");
        } else if (old.isSame(now)) {
            unchanged(after, spot);
        } else {
            boolean certain = old.isOther(now) || isResource(before) && isResource(after);
            report(before, after, spot, certain, certain ? "" : "if they turn out to differ");
        }
    }

    private boolean isResource(Value<?> value) {
        return value instanceof Ref<?> ref && resources.contains(ref.target());
    }

    private void unchanged(Value<?> value, Spot spot) {
        Uses uses = Uses.of(value);
        String reason = redefinitions.of(uses);
        if (!reason.isEmpty()) {
            report(null, null, spot, false, reason);
        }
        for (String name : uses.names()) {
            if (resources.contains(name)) {
                ties.add(new Tie(spot.path, spot.replacement, name, null, isAlways(spot.guard)));
            }
        }
        uses.attributes().forEach((name, attributes) -> {
            for (String attribute : attributes) {
                ties.add(new Tie(spot.path, spot.replacement, name, attribute, isAlways(spot.guard)));
            }
        });
    }

    private boolean isAlways(@Nullable Guard guard) {
        return scenarios.isAlways(guard);
    }

    private void report(
            @Nullable Value<?> before, @Nullable Value<?> after, Spot spot, boolean certain, String reason) {
        boolean always = isAlways(spot.guard);
        String when = always ? "" : scenarios.when(spot.guard).strip();
        Difference found = new Difference(
                spot.path,
                spot.replacement,
                certain && always,
                before,
                after,
                spot.secret,
                reason.isEmpty() || when.isEmpty() ? reason + when : when + ", " + reason);
        differences.merge(
                spot.path + "\n" + found.reason() + "\n" + before + "\n" + after, found, (first, second) -> first);
    }

    /** A place in the properties, and what is known of it. */
    private static final class Spot {

        final String path;
        final Replacement replacement;
        final @Nullable Shape shape;
        final @Nullable PropertyType type;
        final boolean secret;
        final @Nullable Guard guard;

        Spot(
                String path,
                Replacement replacement,
                @Nullable Shape shape,
                @Nullable PropertyType type,
                boolean secret,
                @Nullable Guard guard) {
            this.path = path;
            this.replacement = replacement;
            this.shape = shape;
            this.type = type;
            this.secret = secret;
            this.guard = guard;
        }

        Spot within(Guard inner) {
            return new Spot(path, replacement, shape, type, secret, inner);
        }

        /** A member of the object that stands here: a property if the shape is known, else part of a map or of free-form JSON. */
        Spot member(String name, Optional<ResourceFacts> resource) {
            String below = path + "/" + name.replace("~", "~0").replace("/", "~1");
            if (shape == null) {
                PropertyType element = type instanceof MapType map ? map.element() : null;
                Replacement unknown = path.equals(PROPERTIES) ? Replacement.MAYBE : replacement;
                return new Spot(below, unknown, shapeOf(element, resource), element, secret, guard);
            }
            PropertyFacts property = shape.property(name).orElse(null);
            if (property == null) {
                return new Spot(below, worse(replacement, Replacement.MAYBE), null, null, secret, guard);
            }
            return new Spot(
                    below,
                    worse(replacement, property.replacement()),
                    shapeOf(property.type(), resource),
                    property.type(),
                    secret || property.writeOnly(),
                    guard);
        }

        /** An item of the list that stands here. */
        Spot item(String step) {
            String below = path + "/" + step.replace("~", "~0").replace("/", "~1");
            PropertyType element = type instanceof ListType list ? list.element() : null;
            return new Spot(below, replacement, element instanceof StructType ? shape : null, element, secret, guard);
        }

        boolean isTags(Optional<ResourceFacts> resource) {
            Optional<TagFacts> tags = resource.flatMap(ResourceFacts::tags);
            return tags.isPresent() && path.equals(PROPERTIES + "/" + tags.get().propertyName());
        }

        /** The shape of an object of a type, or of the objects in a list of them. */
        private static @Nullable Shape shapeOf(@Nullable PropertyType type, Optional<ResourceFacts> resource) {
            if (type instanceof ListType list) {
                return shapeOf(list.element(), resource);
            }
            return type instanceof StructType struct && resource.isPresent()
                    ? resource.get().type(struct.name()).orElse(null)
                    : null;
        }

        private static Replacement worse(Replacement one, Replacement other) {
            return one.compareTo(other) < 0 ? other : one;
        }
    }
}
