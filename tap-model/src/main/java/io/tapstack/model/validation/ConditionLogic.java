package io.tapstack.model.validation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions of a template mean together: whether some of them can hold while others do not.
 *
 * <p>Conditions are formulas over the values of parameters. All combinations of values that make a difference are tried, as long
 * as there are not too many of them. It says {@link Satisfiability#UNKNOWN} where it is not sure.
 */
public final class ConditionLogic {

    private static final int MOST_COMBINATIONS = 1 << 14;
    private static final long PATIENCE = 200_000_000;

    private final FormulaReader reader;
    private final Map<Guard, Satisfiability> answers = new HashMap<>();
    private final Map<Guard, String> examples = new HashMap<>();
    private long patience = PATIENCE;

    ConditionLogic(TemplateContext context) {
        this.reader = new FormulaReader(context);
    }

    /** Whether all of a guard can hold at once; a missing guard always does. */
    public Satisfiability satisfiable(@Nullable Guard guard) {
        if (guard == null) {
            return Satisfiability.POSSIBLE;
        }
        Satisfiability known = answers.get(guard);
        if (known == null) {
            known = solve(guard);
            answers.put(guard, known);
        }
        return known;
    }

    /** Values of parameters for which a guard holds, as text; empty if there are none or nothing is to be said. */
    public String example(Guard guard) {
        satisfiable(guard);
        return examples.getOrDefault(guard, "");
    }

    private Satisfiability solve(Guard guard) {
        List<Formula> terms = new ArrayList<>();
        BitSet numbers = new BitSet();
        for (Guard step = guard; step != null; step = step.outer()) {
            Formula formula = reader.formula(step.condition());
            formula.variables(numbers);
            terms.add(step.holds() ? formula : Formula.not(formula));
        }
        int[] used = toArray(numbers);
        long combinations = 1;
        for (int number : used) {
            combinations *= Math.max(1, reader.variables.get(number).domain().length);
            if (combinations > MOST_COMBINATIONS) {
                return Satisfiability.UNKNOWN;
            }
        }
        Formula formula = Formula.all(terms);
        patience -= combinations * formula.weight();
        if (patience < 0) {
            return Satisfiability.UNKNOWN;
        }
        @Nullable String @Nullable [] found = search(formula, used);
        if (found == null) {
            return Satisfiability.IMPOSSIBLE;
        }
        if (!independent(used)) {
            return Satisfiability.UNKNOWN;
        }
        examples.put(guard, describe(found, used));
        return Satisfiability.POSSIBLE;
    }

    private static int[] toArray(BitSet numbers) {
        int[] array = new int[numbers.cardinality()];
        int size = 0;
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            array[size++] = number;
        }
        return array;
    }

    private @Nullable String @Nullable [] search(Formula formula, int[] used) {
        @Nullable String[] values = new String[reader.variables.size()];
        int[] choice = new int[used.length];
        for (int i = 0; i < used.length; i++) {
            values[used[i]] = reader.variables.get(used[i]).domain()[0];
        }
        while (!formula.holds(values)) {
            int digit = 0;
            while (digit < used.length) {
                String[] domain = reader.variables.get(used[digit]).domain();
                choice[digit] = (choice[digit] + 1) % domain.length;
                values[used[digit]] = domain[choice[digit]];
                if (choice[digit] != 0) {
                    break;
                }
                digit++;
            }
            if (digit == used.length) {
                return null;
            }
        }
        return values;
    }

    /** Whether the variables can really take any values together: no two are made from the same parameter. */
    private boolean independent(int[] used) {
        Set<String> seen = new HashSet<>();
        for (int number : used) {
            ConditionVariable variable = reader.variables.get(number);
            for (String name : variable.dependsOn) {
                if (name.isEmpty() || !seen.add(name)) {
                    return false;
                }
            }
        }
        return true;
    }

    private String describe(@Nullable String[] values, int[] used) {
        StringBuilder text = new StringBuilder();
        for (int number : used) {
            ConditionVariable variable = reader.variables.get(number);
            String value = values[number];
            if (variable.parameter != null && value != null) {
                text.append(text.length() == 0 ? "" : " and ").append(variable.parameter);
                boolean other = value.startsWith(ConditionVariable.ANY_OTHER);
                text.append(other ? " is anything else" : " is '" + value + "'");
            }
        }
        return text.toString();
    }
}
