package io.tapstack.model.validation;

import java.util.regex.Pattern;

/** The outcome of matching a regular expression with an end to patience, for expressions and texts of strangers. */
public enum PatternMatch {
    /** The text fits. */
    YES,
    /** The text does not fit. */
    NO,
    /** Too long a text, or too long a search. */
    UNKNOWN;

    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_STEPS = 500_000;

    /** Whether the expression fits some part of the text. */
    public static PatternMatch find(Pattern pattern, String text) {
        return match(pattern, text, false);
    }

    /** Whether the expression fits the text as a whole. */
    public static PatternMatch whole(Pattern pattern, String text) {
        return match(pattern, text, true);
    }

    private static PatternMatch match(Pattern pattern, String text, boolean whole) {
        if (text.length() > LONGEST_TEXT) {
            return UNKNOWN;
        }
        try {
            var matcher = pattern.matcher(new CountedText(text, 0, text.length(), new int[] {MOST_STEPS}));
            return (whole ? matcher.matches() : matcher.find()) ? YES : NO;
        } catch (TooManySteps | StackOverflowError e) {
            return UNKNOWN;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    /** A text that can be read so many times only. */
    private static final class CountedText implements CharSequence {

        private final String text;
        private final int from;
        private final int to;
        private final int[] left;

        CountedText(String text, int from, int to, int[] left) {
            this.text = text;
            this.from = from;
            this.to = to;
            this.left = left;
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooManySteps();
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text, from + start, from + end, left);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
