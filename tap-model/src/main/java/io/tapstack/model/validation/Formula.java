package io.tapstack.model.validation;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition as a formula over {@link ConditionVariable}s. */
abstract sealed class Formula {

    /** Whether it holds when the variables have these values. */
    abstract boolean holds(@Nullable String[] values);

    /** How much work it is to tell whether it holds. */
    abstract int weight();

    /** Adds the numbers of all variables in it. */
    abstract void variables(BitSet numbers);

    static Formula constant(boolean holds) {
        return new Constant(holds);
    }

    static Formula not(Formula inner) {
        return new Negation(inner);
    }

    static Formula all(List<Formula> parts) {
        return new Junction(parts, true);
    }

    static Formula any(List<Formula> parts) {
        return new Junction(parts, false);
    }

    static Formula equal(ConditionVariable variable, String text) {
        return new EqualsText(variable.number, text);
    }

    static Formula equal(ConditionVariable left, ConditionVariable right) {
        return new EqualsOther(left.number, right.number);
    }

    private static final class Constant extends Formula {

        private final boolean holds;

        Constant(boolean holds) {
            this.holds = holds;
        }

        @Override
        boolean holds(@Nullable String[] values) {
            return holds;
        }

        @Override
        int weight() {
            return 1;
        }

        @Override
        void variables(BitSet numbers) {
            // none
        }
    }

    private static final class Negation extends Formula {

        private final Formula inner;

        Negation(Formula inner) {
            this.inner = inner;
        }

        @Override
        boolean holds(@Nullable String[] values) {
            return !inner.holds(values);
        }

        @Override
        int weight() {
            return inner.weight() + 1;
        }

        @Override
        void variables(BitSet numbers) {
            inner.variables(numbers);
        }
    }

    private static final class Junction extends Formula {

        private final List<Formula> parts;
        private final boolean all;
        private final int weight;

        Junction(List<Formula> parts, boolean all) {
            this.parts = parts;
            this.all = all;
            int sum = 1;
            for (Formula part : parts) {
                sum += part.weight();
            }
            weight = sum;
        }

        @Override
        boolean holds(@Nullable String[] values) {
            for (Formula part : parts) {
                if (part.holds(values) != all) {
                    return !all;
                }
            }
            return all;
        }

        @Override
        int weight() {
            return weight;
        }

        @Override
        void variables(BitSet numbers) {
            for (Formula part : parts) {
                part.variables(numbers);
            }
        }
    }

    private static final class EqualsText extends Formula {

        private final int variable;
        private final String text;

        EqualsText(int variable, String text) {
            this.variable = variable;
            this.text = text;
        }

        @Override
        boolean holds(@Nullable String[] values) {
            return text.equals(values[variable]);
        }

        @Override
        int weight() {
            return 1;
        }

        @Override
        void variables(BitSet numbers) {
            numbers.set(variable);
        }
    }

    private static final class EqualsOther extends Formula {

        private final int left;
        private final int right;

        EqualsOther(int left, int right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean holds(@Nullable String[] values) {
            String text = values[left];
            return text != null && text.equals(values[right]);
        }

        @Override
        int weight() {
            return 1;
        }

        @Override
        void variables(BitSet numbers) {
            numbers.set(left);
            numbers.set(right);
        }
    }
}
