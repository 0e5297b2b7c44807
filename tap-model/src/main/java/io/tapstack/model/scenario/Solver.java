package io.tapstack.model.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for values of variables for which a formula holds. Variables get values one after the other, and a way on which the formula
 * is already false is not followed.
 *
 * <p>Variables whose values are not understood come last: what holds only for some of their values is
 * {@link Satisfiability#UNKNOWN}.
 */
final class Solver {

    private static final int MOST_STEPS = 1 << 14;

    private final Formula formula;
    private final Comparisons comparisons;
    private final List<Variable> order = new ArrayList<>();
    private final List<List<String>> domains = new ArrayList<>();
    private final @Nullable String[] values;
    private int understood;
    private boolean doubtful;
    private boolean tooMany;
    private int steps;

    Solver(Formula formula, int variables) {
        this.formula = formula;
        this.comparisons = Comparisons.of(formula);
        this.values = new @Nullable String[variables];
    }

    /** Whether there are such values; {@link #values} tells them if so. */
    Satisfiability solve() {
        sort();
        boolean found = search(0);
        if (tooMany) {
            return Satisfiability.UNKNOWN;
        }
        if (found) {
            return Satisfiability.POSSIBLE;
        }
        return doubtful ? Satisfiability.UNKNOWN : Satisfiability.IMPOSSIBLE;
    }

    private void sort() {
        List<Variable> all = comparisons.variables();
        List<Variable> opaque = new ArrayList<>();
        for (Variable variable : all) {
            if (isUnderstood(variable, all)) {
                order.add(variable);
            } else {
                opaque.add(variable);
            }
        }
        understood = order.size();
        order.addAll(opaque);
        for (Variable variable : order) {
            domains.add(comparisons.domain(variable));
        }
    }

    /** What a function yields counts as free to be anything, unless something else here hangs on the same parameter. */
    private static boolean isUnderstood(Variable variable, List<Variable> all) {
        if (variable.opaque || variable.parameter != null) {
            return !variable.opaque;
        }
        Set<String> others = new HashSet<>();
        for (Variable other : all) {
            if (other != variable) {
                others.addAll(other.dependsOn);
            }
        }
        for (String parameter : variable.dependsOn) {
            if (others.contains(parameter)) {
                return false;
            }
        }
        return true;
    }

    private boolean search(int next) {
        if (++steps > MOST_STEPS) {
            tooMany = true;
            return true;
        }
        int truth = formula.truth(values);
        if (truth != Formula.OPEN) {
            return truth == Formula.TRUE;
        }
        if (next >= understood) {
            doubtful |= doubtful || searchDoubtful(next);
            return tooMany;
        }
        Variable variable = order.get(next);
        for (String value : domains.get(next)) {
            values[variable.number] = value;
            if (search(next + 1)) {
                return true;
            }
        }
        values[variable.number] = null;
        return false;
    }

    private boolean searchDoubtful(int next) {
        if (++steps > MOST_STEPS) {
            tooMany = true;
            return true;
        }
        int truth = formula.truth(values);
        if (truth != Formula.OPEN) {
            return truth == Formula.TRUE;
        }
        Variable variable = order.get(next);
        boolean found = false;
        for (String value : domains.get(next)) {
            values[variable.number] = value;
            found = searchDoubtful(next + 1);
            if (found) {
                break;
            }
        }
        values[variable.number] = null;
        return found;
    }

    /** Whether it was given up. */
    boolean isTooMuch() {
        return tooMany;
    }

    /** How much work was done. */
    long work() {
        return (long) steps * formula.weight();
    }

    /** What is compared with what. */
    Comparisons comparisons() {
        return comparisons;
    }

    /** The values by the number of their variable; null for those that do not matter. */
    @Nullable
    String[] values() {
        return values;
    }
}
