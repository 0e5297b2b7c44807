package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Transform;
import io.tapstack.model.value.Value;
import java.util.OptionalLong;

/** A list or map with more or fewer items than its property takes. */
final class ItemCount implements PropertyRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Lists and maps have as many items as their property takes";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        return limits.minItems().isPresent() || limits.maxItems().isPresent();
    }

    @Override
    public boolean judgesLiterals() {
        return false;
    }

    @Override
    public void checkValue(ValueLimits limits, Value<?> value, PropertySpot spot, FindingSink sink) {
        if (value instanceof ListValue<?> list) {
            int certain = 0;
            for (int i = 0; i < list.items().size(); i++) {
                certain += isCertain(list.items().get(i)) ? 1 : 0;
            }
            check(limits, certain, list.items().size(), "item", spot, sink);
        } else if (value instanceof ObjectValue<?> map && !FunctionMembers.any(map.members())) {
            check(limits, map.members().size(), map.members().size(), "member", spot, sink);
        }
    }

    /** Whether an item is there under all conditions, and is one item. */
    private static boolean isCertain(Value<?> item) {
        return !(item instanceof Intrinsic)
                || !(item instanceof If || item instanceof Transform || item instanceof Ref<?> ref && isNoValue(ref));
    }

    private static boolean isNoValue(Ref<?> ref) {
        return ref.target().equals("AWS::NoValue");
    }

    private static String plural(long count, String item) {
        return count + " " + item + (count == 1 ? "" : "s");
    }

    private static void check(
            ValueLimits limits, int fewest, int most, String item, PropertySpot spot, FindingSink sink) {
        sink.judged(1);
        PropertyFacts property = spot.property();
        String name = property == null ? "The value" : property.name();
        OptionalLong least = limits.minItems();
        OptionalLong largest = limits.maxItems();
        if (largest.isPresent() && fewest > largest.getAsLong()) {
            sink.report(
                    spot.place(),
                    name + " takes at most " + plural(largest.getAsLong(), item) + ", and " + fewest + " are given.",
                    "Remove " + (fewest - largest.getAsLong()) + " of them.");
        } else if (least.isPresent() && most < least.getAsLong()) {
            sink.report(
                    spot.place(),
                    name + " takes at least " + plural(least.getAsLong(), item) + ", and " + most
                            + (most == 1 ? " is" : " are") + " given.",
                    "Add " + (least.getAsLong() - most) + ", or leave the property out if it is not required.");
        }
    }
}
