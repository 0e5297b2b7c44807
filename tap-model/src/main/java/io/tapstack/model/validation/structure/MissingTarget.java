package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Guard;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Satisfiability;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import org.jspecify.annotations.Nullable;

/** A proof that a reference can count while the resource that it means does not exist. */
final class MissingTarget {

    /** The condition of the resource that is missing. */
    final String condition;
    /** A choice of parameters, to put behind a message. */
    final String example;

    private MissingTarget(String condition, String example) {
        this.condition = condition;
        this.example = example.isEmpty() ? "" : "; it does not when " + example;
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
        Satisfiability satisfiability = context.logic().satisfiable(missing);
        if (satisfiability == Satisfiability.UNKNOWN) {
            sink.unjudged(reference.place(), "It is not known whether " + condition + " holds whenever this counts.");
            return null;
        }
        sink.judged(1);
        return satisfiability == Satisfiability.POSSIBLE
                ? new MissingTarget(condition, context.logic().example(missing))
                : null;
    }
}
