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
    private final int hash;

    Guard(@Nullable Guard outer, String condition, boolean holds) {
        this.outer = outer;
        this.condition = condition;
        this.holds = holds;
        this.hash = 31 * (outer == null ? 0 : outer.hash) + (holds ? condition.hashCode() : ~condition.hashCode());
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

    /** Two guards are equal if they and all around them name the same conditions in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Guard that) || that.hash != hash) {
            return false;
        }
        Guard mine = this;
        Guard theirs = that;
        while (mine != null && theirs != null) {
            if (mine.holds != theirs.holds || !mine.condition.equals(theirs.condition)) {
                return false;
            }
            mine = mine.outer;
            theirs = theirs.outer;
        }
        return mine == null && theirs == null;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Guard step = this; step != null; step = step.outer) {
            text.append(text.length() == 0 ? "" : " and ")
                    .append(step.holds ? "" : "not ")
                    .append(step.condition);
        }
        return text.toString();
    }
}
