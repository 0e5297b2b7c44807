package io.tapstack.model.scenario;

import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the branches of a value. */
final class WayFinder {

    private static final int MOST = 10_000;

    private final @Nullable Scenarios scenarios;
    private final @Nullable Variables variables;
    private final List<Way> ways = new ArrayList<>(1);

    WayFinder(@Nullable Scenarios scenarios, @Nullable Variables variables) {
        this.scenarios = scenarios;
        this.variables = variables;
    }

    /** Whether there is just one way, which is the value itself. */
    static boolean isPlain(@Nullable Value<?> value) {
        return !(value instanceof If || value instanceof Ref || value instanceof FindInMap);
    }

    List<Way> find(@Nullable Value<?> value, @Nullable Guard guard) {
        collect(value, guard, List.of());
        return Collections.unmodifiableList(ways);
    }

    private void collect(@Nullable Value<?> value, @Nullable Guard guard, List<Integer> branches) {
        if (value instanceof If<?> choice && branches.size() < ConditionReader.MAXIMUM_DEPTH && ways.size() < MOST) {
            String condition = choice.condition().name();
            branch(choice.whenTrue(), Guard.within(guard, condition, true), branches, 1);
            branch(choice.whenFalse(), Guard.within(guard, condition, false), branches, 2);
        } else if (value instanceof Ref<?> ref && ref.target().equals("AWS::NoValue")) {
            ways.add(new Way(null, guard, branches));
        } else if (variables == null || !expand(value, guard, branches, variables)) {
            ways.add(new Way(value, guard, branches));
        }
    }

    private void branch(Value<?> value, Guard guard, List<Integer> branches, int position) {
        if (isPossible(guard)) {
            List<Integer> longer = new ArrayList<>(branches.size() + 1);
            longer.addAll(branches);
            longer.add(position);
            collect(value, guard, Collections.unmodifiableList(longer));
        }
    }

    private boolean isPossible(Guard guard) {
        return scenarios == null || scenarios.satisfiable(guard) != Satisfiability.IMPOSSIBLE;
    }

    /** Adds a way for each value of a parameter or mapping; whether there are any. */
    private boolean expand(@Nullable Value<?> value, @Nullable Guard guard, List<Integer> branches, Variables known) {
        int before = ways.size();
        if (value instanceof Ref<?> ref) {
            for (String text : known.allowed(ref.target())) {
                add(Literal.of(text), Guard.choosing(guard, ref.target(), List.of(text)), branches);
            }
        } else if (value instanceof FindInMap<?> lookup) {
            for (Map.Entry<Value<?>, List<@Nullable Guard>> choice :
                    MappingLookup.choices(known, lookup, guard).entrySet()) {
                for (Guard way : choice.getValue()) {
                    add(choice.getKey(), way, branches);
                }
            }
        }
        return ways.size() > before;
    }

    private void add(Value<?> value, @Nullable Guard guard, List<Integer> branches) {
        if (guard == null || isPossible(guard)) {
            ways.add(new Way(value, guard, branches));
        }
    }
}
