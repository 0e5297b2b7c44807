package io.tapstack.patterns.proof;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
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
import java.util.HashMap;
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

    private static final String DOUBT = "if they turn out to differ";
    private static final int MOST_DIFFERENCES = 1_000;
    private static final int FEW = 32;

    private final Surroundings surroundings;
    private final Reach reach;
    private final Map<String, Difference> differences = new LinkedHashMap<>();
    private final Set<Tie> ties = new LinkedHashSet<>();

    private ResourceComparison(Surroundings surroundings, Reach reach) {
        this.surroundings = surroundings;
        this.reach = reach;
    }

    /** Compares two resources of one type. */
    static ResourceComparison of(Resource before, Resource after, Surroundings surroundings) {
        Optional<ResourceFacts> facts = CloudFormationFacts.bundled().resource(after.resourceType());
        ResourceComparison comparison = new ResourceComparison(surroundings, new Reach(facts));
        boolean known = facts.filter(type -> type.transform().isEmpty()).isPresent();
        Guard guard = Guard.and(comparison.existence(before, true), comparison.existence(after, false));
        comparison.compare(
                whole(before.properties()),
                whole(after.properties()),
                Spot.of(facts, known ? Replacement.NEVER : Replacement.MAYBE, guard));
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
        if (left == null && right == null || !canBe(spot.guard())) {
            return;
        }
        if (surroundings.takesTooLong()) {
            report(left, right, spot, false, "there is too much to compare");
        } else if (left instanceof If<?> || right instanceof If<?>) {
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
        if (isLeftOut(value)) {
            return null;
        }
        if (value instanceof FindInMap<?> lookup
                && lookup.argument(0) instanceof Literal<?> mapping
                && lookup.argument(1) instanceof Literal<?> row
                && lookup.argument(2) instanceof Literal<?> column) {
            Redefinitions redefinitions = surroundings.redefinitions();
            Value<?> entry = old
                    ? redefinitions.oldEntry(mapping.text(), row.text(), column.text())
                    : redefinitions.newEntry(mapping.text(), row.text(), column.text());
            return entry == null ? value : entry;
        }
        return value;
    }

    private static boolean isLeftOut(@Nullable Value<?> value) {
        return value instanceof Ref<?> ref && ref.equals(PseudoParameter.noValue());
    }

    private boolean canBe(@Nullable Guard guard) {
        return surroundings.scenarios().satisfiable(guard) != Satisfiability.IMPOSSIBLE;
    }

    private boolean isAlways(@Nullable Guard guard) {
        return surroundings.scenarios().isAlways(guard);
    }

    /** Both sides under a condition, and both sides without it. */
    private void choices(@Nullable Value<?> before, @Nullable Value<?> after, Spot spot) {
        String condition =
                after instanceof If<?> now ? common(now, false) : before instanceof If<?> old ? common(old, true) : "";
        for (boolean holds : new boolean[] {true, false}) {
            compare(
                    branch(before, condition, holds, true),
                    branch(after, condition, holds, false),
                    spot.within(Guard.within(spot.guard(), condition, holds)));
        }
    }

    private @Nullable Value<?> branch(@Nullable Value<?> value, String condition, boolean holds, boolean old) {
        if (value instanceof If<?> choice && common(choice, old).equals(condition)) {
            return holds ? choice.whenTrue() : choice.whenFalse();
        }
        return value;
    }

    /** When a resource is there; null if always. */
    private @Nullable Guard existence(Resource resource, boolean old) {
        return resource.options()
                .condition()
                .map(condition -> Guard.within(null, common(condition.name(), old), true))
                .orElse(null);
    }

    private String common(If<?> choice, boolean old) {
        return common(choice.condition().name(), old);
    }

    /** The name of a condition among those of both templates. */
    private String common(String condition, boolean old) {
        return old && !surroundings.redefinitions().condition(condition).isEmpty() ? Renaming.of(condition) : condition;
    }

    private void members(PropertyBag before, PropertyBag after, Spot spot) {
        Set<String> names = new LinkedHashSet<>(after.names());
        names.addAll(before.names());
        Map<String, Value<?>> old = index(before);
        Map<String, Value<?>> now = index(after);
        for (String name : names) {
            compare(
                    before.size() > FEW ? old.get(name) : before.find(name),
                    after.size() > FEW ? now.get(name) : after.find(name),
                    spot.member(name, reach));
        }
    }

    private static Map<String, Value<?>> index(PropertyBag bag) {
        Map<String, Value<?>> index = new HashMap<>();
        for (int i = 0; bag.size() > FEW && i < bag.size(); i++) {
            index.put(bag.nameAt(i), bag.valueAt(i));
        }
        return index;
    }

    private void items(List<Value<?>> before, List<Value<?>> after, Spot spot) {
        List<Value<?>> old = present(before);
        List<Value<?>> now = present(after);
        Map<String, Value<?>> oldTags = byKey(old);
        Map<String, Value<?>> newTags = byKey(now);
        if (spot.isTags() && oldTags.size() == old.size() && newTags.size() == now.size()) {
            Set<String> keys = new LinkedHashSet<>(newTags.keySet());
            keys.addAll(oldTags.keySet());
            for (String key : keys) {
                compare(oldTags.get(key), newTags.get(key), spot.item(key));
            }
        } else if (old.size() == now.size() && (old.equals(now) || !mayShrink(old) && !mayShrink(now))) {
            for (int i = 0; i < now.size(); i++) {
                compare(old.get(i), now.get(i), spot.item(String.valueOf(i)));
            }
        } else {
            boolean certain = !mayShrink(old) && !mayShrink(now);
            report(ListValue.ofAny(before), ListValue.ofAny(after), spot, certain, certain ? "" : DOUBT);
        }
    }

    private static List<Value<?>> present(List<Value<?>> items) {
        return items.stream().filter(item -> !isLeftOut(item)).toList();
    }

    /** Whether items of a list may be left out, so that those behind them move up. */
    private static boolean mayShrink(List<Value<?>> items) {
        return items.stream().anyMatch(ResourceComparison::mayBeLeftOut);
    }

    private static boolean mayBeLeftOut(Value<?> item) {
        return isLeftOut(item)
                || item instanceof If<?> choice
                        && (mayBeLeftOut(choice.whenTrue()) || mayBeLeftOut(choice.whenFalse()));
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
            boolean certain = isFixed(before) && isFixed(after);
            report(before, after, spot, certain, certain ? "" : DOUBT);
        } else if (old.isSame(now)) {
            unchanged(after, spot);
        } else {
            boolean certain = old.isOther(now)
                    || before instanceof Ref<?> first
                            && after instanceof Ref<?> second
                            && surroundings.areDifferent(first.target(), second.target());
            report(before, after, spot, certain, certain ? "" : DOUBT);
        }
    }

    private static boolean isFixed(Value<?> value) {
        return !(value instanceof Intrinsic) && !(value instanceof Literal<?> literal && Pieces.isResolved(literal));
    }

    private void unchanged(Value<?> value, Spot spot) {
        if (value instanceof Literal<?>) {
            return;
        }
        Uses uses = Uses.of(value);
        String reason = surroundings.redefinitions().of(uses);
        if (!reason.isEmpty()) {
            report(null, null, spot, false, reason);
        }
        boolean certain = isAlways(spot.guard()) && Pieces.of(value) != null;
        for (String name : uses.names()) {
            tie(name, null, certain, spot);
        }
        uses.attributes().forEach((name, attributes) -> {
            for (String attribute : attributes) {
                tie(name, attribute, certain, spot);
            }
        });
    }

    private void tie(String name, @Nullable String attribute, boolean certain, Spot spot) {
        if (name.equals(Uses.ANY)) {
            report(null, null, spot, false, "a function says what it refers to");
        } else if (surroundings.isResource(name)) {
            ties.add(new Tie(spot.path(), spot.worst(reach), name, attribute, certain));
        } else if (surroundings.mayBeMade(name)) {
            report(null, null, spot, false, "it refers to " + name + ", which CloudFormation makes");
        }
    }

    private void report(
            @Nullable Value<?> before, @Nullable Value<?> after, Spot spot, boolean certain, String reason) {
        boolean always = isAlways(spot.guard());
        String when = always ? "" : surroundings.scenarios().when(spot.guard()).strip();
        String why = reason.isEmpty() || when.isEmpty() ? reason + when : when + ", " + reason;
        boolean more = differences.size() >= MOST_DIFFERENCES;
        Difference found = new Difference(
                more ? PROPERTIES : spot.path(),
                spot.worst(reach),
                certain && always,
                more ? null : before,
                more ? null : after,
                spot.isSecret(reach) || Secrets.isIn(before) || Secrets.isIn(after),
                more ? "there are more differences" : why);
        differences.merge(found.path() + "\n" + found.reason(), found, Difference::or);
    }
}
