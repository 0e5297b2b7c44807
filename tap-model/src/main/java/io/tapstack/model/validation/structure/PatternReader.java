package io.tapstack.model.validation.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the common part of regular expressions: characters, classes, groups, alternatives and counts. */
final class PatternReader {

    private static final int DEEPEST = 30;
    private static final int LONGEST = 2_000;
    private static final int MOST_REPEATED = 4_096;

    private final String text;
    private int at;
    private boolean failed;

    PatternReader(String text) {
        this.text = text;
    }

    /** The expression; null if it uses more. */
    @Nullable
    PatternNode read() {
        if (text.length() > LONGEST) {
            return null;
        }
        PatternNode node = choice(0);
        return failed || at < text.length() ? null : node;
    }

    private PatternNode choice(int depth) {
        List<PatternNode> alternatives = new ArrayList<>();
        alternatives.add(sequence(depth));
        while (!failed && at < text.length() && text.charAt(at) == '|') {
            at++;
            alternatives.add(sequence(depth));
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new PatternNode.Choice(alternatives);
    }

    private PatternNode sequence(int depth) {
        List<PatternNode> parts = new ArrayList<>();
        while (!failed && at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            char c = text.charAt(at);
            if (c == '^' || c == '$') {
                at++;
            } else {
                parts.add(counted(atom(depth)));
            }
        }
        return new PatternNode.Sequence(parts);
    }

    private PatternNode atom(int depth) {
        char c = text.charAt(at++);
        switch (c) {
            case '(':
                return group(depth + 1);
            case '[':
                return new PatternNode.Characters(set());
            case '.':
                return new PatternNode.Characters(range(' ', '~'));
            case '\\':
                return new PatternNode.Characters(escaped());
            case '*':
            case '+':
            case '?':
            case '{':
                return fail();
            default:
                return new PatternNode.Characters(range(c, c));
        }
    }

    private PatternNode fail() {
        failed = true;
        return new PatternNode.Sequence(List.of());
    }

    private PatternNode group(int depth) {
        if (text.startsWith("?:", at)) {
            at += 2;
        } else if (text.startsWith("?", at)) {
            return fail();
        }
        PatternNode inner = depth > DEEPEST ? fail() : choice(depth);
        if (failed || at >= text.length() || text.charAt(at) != ')') {
            return fail();
        }
        at++;
        return inner;
    }

    private PatternNode counted(PatternNode part) {
        if (failed || at >= text.length()) {
            return part;
        }
        char c = text.charAt(at);
        int least = c == '+' ? 1 : 0;
        long most = c == '?' ? 1 : TextPattern.UNBOUNDED;
        if (c == '{') {
            int close = text.indexOf('}', at);
            String[] bounds =
                    close < 0 ? new String[0] : text.substring(at + 1, close).split(",", -1);
            int first = bounds.length == 0 ? -1 : number(bounds[0]);
            int second = bounds.length < 2 ? first : bounds[1].isEmpty() ? Integer.MAX_VALUE : number(bounds[1]);
            if (first < 0 || second < first || first > MOST_REPEATED || bounds.length > 2) {
                return fail();
            }
            least = first;
            most = second == Integer.MAX_VALUE ? TextPattern.UNBOUNDED : second;
            at = close;
        } else if (c != '*' && c != '+' && c != '?') {
            return part;
        }
        at++;
        if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == '+')) {
            at++;
        }
        return new PatternNode.Repetition(part, least, most);
    }

    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 6) {
            return -1;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(digits);
    }

    private BitSet set() {
        boolean inverted = at < text.length() && text.charAt(at) == '^';
        at += inverted ? 1 : 0;
        BitSet set = new BitSet(128);
        boolean first = true;
        while (at < text.length() && (first || text.charAt(at) != ']')) {
            first = false;
            char c = text.charAt(at++);
            if (c == '[' || c == '&' && text.startsWith("&", at)) {
                failed = true;
                return set;
            }
            BitSet one = c == '\\' ? escaped() : range(c, c);
            boolean isRange = at + 1 < text.length()
                    && text.charAt(at) == '-'
                    && text.charAt(at + 1) != ']'
                    && one.cardinality() == 1;
            if (isRange) {
                at++;
                char last = text.charAt(at++);
                BitSet end = last == '\\' ? escaped() : range(last, last);
                one = range((char) one.nextSetBit(0), (char) Math.max(0, end.nextSetBit(0)));
            }
            set.or(one);
        }
        at++;
        if (inverted) {
            set.flip(' ', '~' + 1);
        }
        return set;
    }

    private BitSet escaped() {
        if (at >= text.length()) {
            failed = true;
            return new BitSet();
        }
        char c = text.charAt(at++);
        switch (c) {
            case 'd':
                return range('0', '9');
            case 'w':
                BitSet word = range('a', 'z');
                word.or(range('A', 'Z'));
                word.or(range('0', '9'));
                word.set('_');
                return word;
            case 's':
                return range(' ', ' ');
            case 'S':
                return range('!', '~');
            default:
                boolean special = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
                failed |= special;
                return range(c, c);
        }
    }

    private static BitSet range(char from, char to) {
        BitSet set = new BitSet(128);
        if (from <= to) {
            set.set(from, to + 1);
        }
        return set;
    }
}
