package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Branch;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Guard;
import io.tapstack.model.validation.Satisfiability;
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
        Guard all = second.place().guard();
        for (Guard guard = first.place().guard(); guard != null; guard = guard.outer()) {
            all = Guard.within(all, guard.condition(), guard.holds());
        }
        all = existing(all, first.place().element());
        all = existing(all, second.place().element());
        return context.logic().satisfiable(all) == Satisfiability.POSSIBLE;
    }

    private static @Nullable Guard existing(@Nullable Guard guard, Element element) {
        String condition = element.condition();
        return condition == null ? guard : Guard.within(guard, condition, true);
    }
}
