package io.tapstack.model.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition as a formula over {@link Variable}s. Immutable. */
abstract sealed class Formula {

    /** It is false, whatever the variables without a value turn out to be. */
    static final int FALSE = -1;
    /** It depends on variables without a value. */
    static final int OPEN = 0;
    /** It is true, whatever the variables without a value turn out to be. */
    static final int TRUE = 1;

    private static final int MOST_WEIGHT = 1 << 20;
    private static final Formula ALWAYS = new Constant(TRUE);
    private static final Formula NEVER = new Constant(FALSE);

    private final int weight;

    private Formula(long weight) {
        this.weight = (int) Math.min(weight, MOST_WEIGHT);
    }

    /** Whether it holds when variables have these values; null for those that have none yet. */
    abstract int truth(@Nullable String[] values);

    /** Tells what is compared with what. */
    abstract void visit(Comparisons comparisons);

    /** How much work it is to tell whether it holds. */
    final int weight() {
        return weight;
    }

    static Formula constant(boolean holds) {
        return holds ? ALWAYS : NEVER;
    }

    static Formula not(Formula inner) {
        if (inner instanceof Constant) {
            return constant(inner == NEVER);
        }
        return inner instanceof Negation negation ? negation.inner : new Negation(inner);
    }

    static Formula all(List<Formula> parts) {
        List<Formula> kept = new ArrayList<>(parts.size());
        for (Formula part : parts) {
            if (part == NEVER) {
                return NEVER;
            }
            if (part != ALWAYS) {
                kept.add(part);
            }
        }
        return junction(kept, true);
    }

    static Formula any(List<Formula> parts) {
        List<Formula> kept = new ArrayList<>(parts.size());
        Map<Variable, Set<String>> tests = new LinkedHashMap<>();
        for (Formula part : parts) {
            if (part == ALWAYS) {
                return ALWAYS;
            }
            if (part instanceof IsOneOf test) {
                tests.computeIfAbsent(test.variable, variable -> new LinkedHashSet<>())
                        .addAll(test.texts);
            } else if (part != NEVER) {
                kept.add(part);
            }
        }
        List<Formula> merged = new ArrayList<>(tests.size() + kept.size());
        tests.forEach((variable, texts) -> merged.add(new IsOneOf(variable, texts)));
        merged.addAll(kept);
        return junction(merged, false);
    }

    private static Formula junction(List<Formula> parts, boolean all) {
        if (parts.isEmpty()) {
            return constant(all);
        }
        return parts.size() == 1 ? parts.get(0) : new Junction(parts, all);
    }

    static Formula isOneOf(Variable variable, List<String> texts) {
        return new IsOneOf(variable, new LinkedHashSet<>(texts));
    }

    static Formula equal(Variable left, Variable right) {
        return left == right ? ALWAYS : new Same(left, right);
    }

    private static final class Constant extends Formula {

        private final int truth;

        Constant(int truth) {
            super(1);
            this.truth = truth;
        }

        @Override
        int truth(@Nullable String[] values) {
            return truth;
        }

        @Override
        void visit(Comparisons comparisons) {
            // none
        }
    }

    private static final class Negation extends Formula {

        private final Formula inner;

        Negation(Formula inner) {
            super(1L + inner.weight());
            this.inner = inner;
        }

        @Override
        int truth(@Nullable String[] values) {
            return -inner.truth(values);
        }

        @Override
        void visit(Comparisons comparisons) {
            inner.visit(comparisons);
        }
    }

    private static final class Junction extends Formula {

        private final List<Formula> parts;
        private final int decisive;

        Junction(List<Formula> parts, boolean all) {
            super(weight(parts));
            this.parts = parts;
            this.decisive = all ? FALSE : TRUE;
        }

        private static long weight(List<Formula> parts) {
            long sum = 1;
            for (Formula part : parts) {
                sum += part.weight();
            }
            return sum;
        }

        @Override
        int truth(@Nullable String[] values) {
            int truth = -decisive;
            for (Formula part : parts) {
                int one = part.truth(values);
                if (one == decisive) {
                    return decisive;
                }
                truth = one == OPEN ? OPEN : truth;
            }
            return truth;
        }

        @Override
        void visit(Comparisons comparisons) {
            for (Formula part : parts) {
                part.visit(comparisons);
            }
        }
    }

    private static final class IsOneOf extends Formula {

        private final Variable variable;
        private final Set<String> texts;

        IsOneOf(Variable variable, Set<String> texts) {
            super(1);
            this.variable = variable;
            this.texts = texts;
        }

        @Override
        int truth(@Nullable String[] values) {
            String value = values[variable.number];
            if (value == null) {
                return OPEN;
            }
            return texts.contains(value) ? TRUE : FALSE;
        }

        @Override
        void visit(Comparisons comparisons) {
            comparisons.test(variable, texts);
        }
    }

    private static final class Same extends Formula {

        private final Variable left;
        private final Variable right;

        Same(Variable left, Variable right) {
            super(1);
            this.left = left;
            this.right = right;
        }

        @Override
        int truth(@Nullable String[] values) {
            String one = values[left.number];
            String other = values[right.number];
            if (one == null || other == null) {
                return OPEN;
            }
            return one.equals(other) ? TRUE : FALSE;
        }

        @Override
        void visit(Comparisons comparisons) {
            comparisons.join(left, right);
        }
    }
}
