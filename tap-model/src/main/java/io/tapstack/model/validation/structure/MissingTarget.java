package io.tapstack.model.validation.structure;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import org.jspecify.annotations.Nullable;

/** A proof that a reference can count while the resource that it means does not exist. */
final class MissingTarget {

    /** The condition of the resource that is missing. */
    final String condition;
    /** When it is, to put behind a message. */
    final String example;

    /** Whether it is missing whatever the parameters, so that no stack can be made of the template. */
    final boolean always;

    private MissingTarget(String condition, String example, boolean always) {
        this.condition = condition;
        this.always = always;
        this.example = always ? "; it never does" : "; it does not" + example;
    }

    static @Nullable MissingTarget of(TemplateContext context, Reference reference, FindingSink sink) {
        Element target = reference.resource();
        String condition = target == null ? null : target.condition();
        if (condition == null || context.find(Section.CONDITIONS, condition) == null) {
            return null;
        }
        if (Guard.demands(reference.guard(), condition)) {
            sink.judged(1);
            return null;
        }
        Guard missing = Guard.within(reference.guard(), condition, false);
        Satisfiability satisfiability = context.scenarios().satisfiable(missing);
        if (satisfiability == Satisfiability.UNKNOWN) {
            sink.unjudged(reference.place(), "It is not known whether " + condition + " holds whenever this counts.");
            return null;
        }
        sink.judged(1);
        if (satisfiability != Satisfiability.POSSIBLE) {
            return null;
        }
        return new MissingTarget(
                condition,
                context.scenarios().when(missing),
                context.scenarios().isAlways(missing));
    }
}
