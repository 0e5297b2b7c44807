package io.tapstack.model.validation.structure;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.validation.Branch;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;

/** What several rules ask about branches. */
final class Branches {

    private Branches() {}

    /** Whether a list has just these items, whatever the conditions are. */
    static boolean certain(Branch list) {
        if (!(list.value() instanceof ListValue<?> values)) {
            return false;
        }
        for (Value<?> item : values.items()) {
            if (item instanceof Intrinsic) {
                return false;
            }
        }
        return true;
    }

    /** Whether two places certainly can count at once. */
    static boolean together(TemplateContext context, Branch first, Branch second) {
        return context.scenarios().satisfiable(both(first, second)) == Satisfiability.POSSIBLE;
    }

    /** When two places count at once. */
    static @Nullable Guard both(Branch first, Branch second) {
        Guard exist = Guard.and(
                first.place().element().guard(), second.place().element().guard());
        return Guard.and(exist, Guard.and(first.place().guard(), second.place().guard()));
    }
}
