package io.tapstack.model.validation;

import org.jspecify.annotations.Nullable;

/**
 * The conditions under which a part of a template counts: that of its resource or output, and those of the {@code Fn::If}s around
 * it. All of them must hold, or not hold, at once.
 */
public final class Guard {

    private final @Nullable Guard outer;
    private final String condition;
    private final boolean holds;

    Guard(@Nullable Guard outer, String condition, boolean holds) {
        this.outer = outer;
        this.condition = condition;
        this.holds = holds;
    }

    /** A guard within another, or the first one. */
    public static Guard within(@Nullable Guard outer, String condition, boolean holds) {
        return new Guard(outer, condition, holds);
    }

    /** The guard around this one; null if this is the outermost. */
    public @Nullable Guard outer() {
        return outer;
    }

    /** The name of the condition. */
    public String condition() {
        return condition;
    }

    /** Whether it must hold; else it must not. */
    public boolean holds() {
        return holds;
    }

    /** Whether a condition is among those that must hold, without regard to what conditions mean. */
    public static boolean demands(@Nullable Guard guard, String condition) {
        for (Guard step = guard; step != null; step = step.outer) {
            if (step.holds && step.condition.equals(condition)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Guard step = this; step != null; step = step.outer) {
            text.append(step == this ? "" : " and ")
                    .append(step.holds ? "" : "not ")
                    .append(step.condition);
        }
        return text.toString();
    }
}
