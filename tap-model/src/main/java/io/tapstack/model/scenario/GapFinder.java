package io.tapstack.model.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for a guard under which none of some ways counts, by denying one demand of each way. */
final class GapFinder {

    /** So many guards are tried, at most. */
    private static final int MOST = 500;

    private final Scenarios scenarios;
    private final Variables variables;
    private int tried;

    GapFinder(Scenarios scenarios, Variables variables) {
        this.scenarios = scenarios;
        this.variables = variables;
    }

    /** A guard within the given one, which can be, that leaves out all of the ways from a position on; null if none is found. */
    @Nullable
    Guard find(@Nullable Guard guard, List<Guard> ways, int next) {
        if (next == ways.size()) {
            return guard;
        }
        if (++tried > MOST) {
            return null;
        }
        if (scenarios.satisfiable(Guard.and(guard, ways.get(next))) == Satisfiability.IMPOSSIBLE) {
            return find(guard, ways, next + 1);
        }
        for (Guard step : ways.get(next).steps()) {
            Guard without = without(guard, step);
            boolean possible = without != null && scenarios.satisfiable(without) == Satisfiability.POSSIBLE;
            Guard found = possible ? find(without, ways, next + 1) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A guard and the contrary of a demand; null if that cannot be said. */
    private @Nullable Guard without(@Nullable Guard guard, Guard step) {
        List<String> values = step.values();
        if (values == null) {
            return Guard.within(guard, step.name(), !step.holds());
        }
        List<String> others = new ArrayList<>(variables.allowed(step.name()));
        others.removeAll(values);
        return others.isEmpty() ? null : Guard.choosing(guard, step.name(), others);
    }
}
