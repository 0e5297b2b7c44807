package io.tapstack.model.validation.structure;

import java.util.BitSet;
import java.util.List;

/** A part of a regular expression. */
abstract sealed class PatternNode {

    abstract long minLength();

    abstract long maxLength();

    /** Appends a match: of a preferred character where it may stand, and about as long as told. */
    abstract void example(StringBuilder text, char preferred, int longest);

    static long add(long left, long right) {
        return left == TextPattern.UNBOUNDED || right == TextPattern.UNBOUNDED ? TextPattern.UNBOUNDED : left + right;
    }

    /** One character out of a set of ASCII characters. */
    static final class Characters extends PatternNode {

        private static final String FAVOURITES = "aA0-_./ ";

        private final BitSet set;

        Characters(BitSet set) {
            this.set = set;
        }

        @Override
        long minLength() {
            return 1;
        }

        @Override
        long maxLength() {
            return 1;
        }

        @Override
        void example(StringBuilder text, char preferred, int longest) {
            if (set.get(preferred)) {
                text.append(preferred);
                return;
            }
            for (int i = 0; i < FAVOURITES.length(); i++) {
                if (set.get(FAVOURITES.charAt(i))) {
                    text.append(FAVOURITES.charAt(i));
                    return;
                }
            }
            int first = set.nextSetBit(0);
            text.append(first < 0 ? '?' : (char) first);
        }
    }

    /** Parts behind each other. */
    static final class Sequence extends PatternNode {

        private final List<PatternNode> parts;

        Sequence(List<PatternNode> parts) {
            this.parts = parts;
        }

        @Override
        long minLength() {
            long sum = 0;
            for (PatternNode part : parts) {
                sum = add(sum, part.minLength());
            }
            return sum;
        }

        @Override
        long maxLength() {
            long sum = 0;
            for (PatternNode part : parts) {
                sum = add(sum, part.maxLength());
            }
            return sum;
        }

        @Override
        void example(StringBuilder text, char preferred, int longest) {
            int start = text.length();
            long needed = minLength();
            for (PatternNode part : parts) {
                needed -= part.minLength();
                part.example(text, preferred, (int) Math.max(0, longest - needed - (text.length() - start)));
            }
        }
    }

    /** One of several parts. */
    static final class Choice extends PatternNode {

        private final List<PatternNode> alternatives;

        Choice(List<PatternNode> alternatives) {
            this.alternatives = alternatives;
        }

        @Override
        long minLength() {
            long least = TextPattern.UNBOUNDED;
            for (PatternNode alternative : alternatives) {
                least = Math.min(least, alternative.minLength());
            }
            return least;
        }

        @Override
        long maxLength() {
            long most = 0;
            for (PatternNode alternative : alternatives) {
                most = Math.max(most, alternative.maxLength());
            }
            return most;
        }

        @Override
        void example(StringBuilder text, char preferred, int longest) {
            PatternNode chosen = alternatives.get(0);
            for (PatternNode alternative : alternatives) {
                boolean better = longest == 0
                        ? alternative.minLength() < chosen.minLength()
                        : alternative.maxLength() > chosen.maxLength();
                chosen = better ? alternative : chosen;
            }
            chosen.example(text, preferred, longest);
        }
    }

    /** A part several times. */
    static final class Repetition extends PatternNode {

        private final PatternNode part;
        private final int least;
        private final long most;

        Repetition(PatternNode part, int least, long most) {
            this.part = part;
            this.least = least;
            this.most = most;
        }

        @Override
        long minLength() {
            return part.minLength() * least;
        }

        @Override
        long maxLength() {
            long each = part.maxLength();
            if (each == 0 || most == 0) {
                return 0;
            }
            return each == TextPattern.UNBOUNDED || most == TextPattern.UNBOUNDED ? TextPattern.UNBOUNDED : each * most;
        }

        @Override
        void example(StringBuilder text, char preferred, int longest) {
            int start = text.length();
            for (long i = 0; i < most; i++) {
                int used = text.length() - start;
                if (i >= least && used + Math.max(1, part.minLength()) > longest) {
                    return;
                }
                part.example(text, preferred, longest == 0 ? 0 : Math.max(1, longest - used));
                if (i >= least && text.length() - start == used) {
                    return;
                }
            }
        }
    }
}
