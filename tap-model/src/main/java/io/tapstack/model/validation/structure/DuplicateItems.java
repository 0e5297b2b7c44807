package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.validation.Arguments;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list that holds an item twice although its items must differ. */
final class DuplicateItems implements PropertyRule {

    /** So few items are compared with each other faster than by their hash codes. */
    private static final int FEW = 8;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Items of lists differ where they must";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        return property.unique() && limits == property.limits();
    }

    @Override
    public boolean judgesLiterals() {
        return false;
    }

    @Override
    public void checkValue(ValueLimits limits, Value<?> value, PropertySpot spot, FindingSink sink) {
        if (!(value instanceof ListValue<?> list) || !spot.context().tooDeep().isEmpty()) {
            return;
        }
        sink.judged(1);
        List<Value<?>> items = list.items();
        if (items.size() < 2) {
            return;
        }
        if (items.size() <= FEW) {
            compare(items, spot, sink);
            return;
        }
        Map<Value<?>, Integer> seen = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Integer first = seen.putIfAbsent(items.get(i), i);
            if (first != null && !Arguments.isNoValue(items.get(i))) {
                report(first, i, spot, sink);
            }
        }
    }

    private static void compare(List<Value<?>> items, PropertySpot spot, FindingSink sink) {
        for (int i = 1; i < items.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (items.get(i).equals(items.get(j)) && !Arguments.isNoValue(items.get(i))) {
                    report(j, i, spot, sink);
                    break;
                }
            }
        }
    }

    private static void report(int first, int second, PropertySpot spot, FindingSink sink) {
        Place list = spot.place();
        PropertyFacts property = spot.property();
        sink.report(
                list.item(second),
                (property == null ? "The list" : property.name()) + " takes different items, and item " + second
                        + " equals item " + first + ".",
                "Remove one of them.");
    }
}
