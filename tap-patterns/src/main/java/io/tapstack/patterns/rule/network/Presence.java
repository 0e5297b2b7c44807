package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Under which choices of parameters something is there: for sure, and perhaps, where that depends on values that are known only when
 * the stack is created. Immutable.
 */
final class Presence {

    static final Presence NEVER = new Presence(When.never(), When.never());

    static final Presence ALWAYS = new Presence(When.always(), When.always());

    /** So many combinations of ways are looked at, at most. */
    private static final int MOST = 10_000;

    private final When sure;

    /** Holds the sure ways, too; the same object if there are no others. */
    private final When possible;

    private Presence(When sure, When possible) {
        this.sure = sure;
        this.possible = possible;
    }

    /** There whenever a guard is so; null if always. */
    static Presence of(@Nullable Guard guard) {
        if (guard == null) {
            return ALWAYS;
        }
        When when = When.of(guard);
        return new Presence(when, when);
    }

    /** Perhaps there whenever a guard is so. */
    static Presence unknown(@Nullable Guard guard) {
        return new Presence(When.never(), When.of(guard));
    }

    /** There whenever a guard is so if the answer is yes. */
    static Presence of(Answer answer, @Nullable Guard guard) {
        return switch (answer) {
            case YES -> of(guard);
            case NO -> NEVER;
            case UNKNOWN -> unknown(guard);
        };
    }

    /**
     * There in those of some ways that pass.
     *
     * @param ways all ways in which something can turn out while the guard is so
     */
    static Presence of(List<Node> ways, @Nullable Guard guard, Function<Node, Answer> test) {
        if (ways.stream().allMatch(way -> test.apply(way) == Answer.YES)) {
            return ways.isEmpty() ? NEVER : of(guard);
        }
        When sure = When.any(ways, way -> test.apply(way) == Answer.YES);
        boolean known = ways.stream().noneMatch(way -> test.apply(way) == Answer.UNKNOWN);
        return new Presence(sure, known ? sure : When.any(ways, way -> test.apply(way) != Answer.NO));
    }

    /** There in some ways. */
    static Presence any(List<Node> ways) {
        When when = When.any(ways);
        return new Presence(when, when);
    }

    /** Whether there are more combinations of ways than can be looked at. */
    static boolean isTooMuch(List<Node> ways, List<Node> others) {
        return (long) ways.size() * others.size() > MOST;
    }

    /** Whether it is never there, for sure. */
    boolean isNever() {
        return possible.isNever();
    }

    /** There if this or the other is. */
    Presence or(Presence other) {
        if (this == ALWAYS || other == NEVER) {
            return this;
        }
        if (other == ALWAYS || this == NEVER) {
            return other;
        }
        When together = sure.or(other.sure);
        boolean known = possible == sure && other.possible == other.sure;
        return new Presence(together, known ? together : possible.or(other.possible));
    }

    /** There if both are. */
    Presence and(Presence other) {
        if (this == NEVER || other == ALWAYS) {
            return this;
        }
        if (other == NEVER || this == ALWAYS) {
            return other;
        }
        When together = sure.and(other.sure);
        boolean known = possible == sure && other.possible == other.sure;
        return new Presence(together, known ? together : possible.and(other.possible));
    }

    /** There if it is and a guard is so. */
    Presence during(@Nullable Guard guard) {
        return and(of(guard));
    }

    /** The ways in which it is there for sure; null stands for always. */
    List<@Nullable Guard> sureWays(TemplateContext context) {
        return sure.meeting(context, null);
    }

    /** When it is missing while a guard is so, if it is {@linkplain #isThereWhenever not always there} then. */
    @Nullable
    Guard gap(TemplateContext context, @Nullable Guard guard) {
        return possible.gap(context, guard);
    }

    /** Whether it is there whenever a guard is so. */
    Answer isThereWhenever(TemplateContext context, @Nullable Guard guard) {
        if (sure.covers(context, guard)) {
            return Answer.YES;
        }
        return possible != sure && possible.covers(context, guard) ? Answer.UNKNOWN : Answer.NO;
    }
}
