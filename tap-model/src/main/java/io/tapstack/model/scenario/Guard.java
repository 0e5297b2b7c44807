package io.tapstack.model.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a part of a template counts: conditions that hold or do not hold, such as that of its resource and those of the
 * {@code Fn::If}s around it, and parameters that have certain values. All of it must be so at once. Immutable; no guard at all is
 * {@code null} and means always.
 */
public final class Guard {

    private final @Nullable Guard outer;
    private final String name;
    private final boolean holds;
    private final @Nullable List<String> values;
    private final int hash;

    private Guard(@Nullable Guard outer, String name, boolean holds, @Nullable List<String> values) {
        this.outer = outer;
        this.name = name;
        this.holds = holds;
        this.values = values;
        int own = values == null ? name.hashCode() : name.hashCode() * 31 + values.hashCode();
        this.hash = 31 * (outer == null ? 0 : outer.hash) + (holds ? own : ~own);
    }

    /** A guard within another, or the first one: a condition holds, or does not. */
    public static Guard within(@Nullable Guard outer, String condition, boolean holds) {
        return new Guard(outer, condition, holds, null);
    }

    /** A guard within another, or the first one: a parameter or pseudo parameter has one of these values. */
    public static Guard choosing(@Nullable Guard outer, String parameter, List<String> values) {
        return new Guard(outer, parameter, true, Collections.unmodifiableList(new ArrayList<>(values)));
    }

    /** What two guards demand together; null if neither demands anything. */
    public static @Nullable Guard and(@Nullable Guard first, @Nullable Guard second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        Guard all = first;
        for (Guard step : second.steps()) {
            all = new Guard(all, step.name, step.holds, step.values);
        }
        return all;
    }

    /** Whether a condition is among those that must hold, without regard to what conditions mean. */
    public static boolean demands(@Nullable Guard guard, String condition) {
        for (Guard step = guard; step != null; step = step.outer) {
            if (step.holds && step.values == null && step.name.equals(condition)) {
                return true;
            }
        }
        return false;
    }

    /** The guard around this one; null if this is the outermost. */
    @Nullable
    Guard outer() {
        return outer;
    }

    /** The name of the condition, or of the parameter that is chosen. */
    String name() {
        return name;
    }

    /** Whether the condition must hold; else it must not. */
    boolean holds() {
        return holds;
    }

    /** The values that the parameter may have; null if this is about a condition. */
    @Nullable
    List<String> values() {
        return values;
    }

    /** This guard and those around it, the outermost first, each demand once. */
    List<Guard> steps() {
        List<Guard> steps = new ArrayList<>();
        for (Guard step = this; step != null; step = step.outer) {
            steps.add(step);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** Two guards are equal if they and all around them demand the same in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Guard that) || that.hash != hash) {
            return false;
        }
        Guard mine = this;
        Guard theirs = that;
        while (mine != null && theirs != null) {
            if (!mine.demandsSame(theirs)) {
                return false;
            }
            mine = mine.outer;
            theirs = theirs.outer;
        }
        return mine == null && theirs == null;
    }

    private boolean demandsSame(Guard other) {
        List<String> mine = values;
        List<String> theirs = other.values;
        boolean same = mine == null || theirs == null ? mine == theirs : mine.equals(theirs);
        return same && holds == other.holds && name.equals(other.name);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** As words: {@code "condition IsProd is true and Days is '7'"}. */
    @Override
    public String toString() {
        List<String> said = new ArrayList<>();
        for (Guard step : steps()) {
            String words = step.values == null
                    ? "condition " + step.name + (step.holds ? " is true" : " is false")
                    : Words.isOneOf(step.name, step.values);
            if (!said.contains(words)) {
                said.add(words);
            }
        }
        return String.join(" and ", said);
    }
}
