package io.tapstack.model.io;

/** What each character means for how a string can stand in YAML. */
final class YamlCharacters {

    /** Never in an unquoted string. */
    static final int QUOTED = 1;
    /** Not in an unquoted string within brackets. */
    static final int QUOTED_IN_FLOW = 2;
    /** Its neighbours decide. */
    static final int NEIGHBOURS = 4;
    /** An unquoted string may begin with it. */
    static final int FIRST = 8;
    /** Occurs in a number, time or date of some version of YAML. */
    static final int NUMERIC = 16;
    /** The end of a line. */
    static final int LINE_FEED = 32;
    /** Only an escape can stand for it. */
    static final int ESCAPED = 64;
    /** Half of a character: with its other half beside it, printable. */
    static final int SURROGATE = 128;
    /** A tab: kept in a block of lines, else escaped so that people see it. */
    static final int TAB = 256;

    private static final short[] ASCII = ascii();

    private YamlCharacters() {}

    /** The meaning of a character: a set of the bits above. */
    static int of(char c) {
        return c < 128 ? ASCII[c] : beyondAscii(c);
    }

    private static int beyondAscii(char c) {
        if (Character.isSurrogate(c)) {
            return QUOTED | SURROGATE;
        }
        boolean lineSeparator = c == '\u2028' || c == '\u2029';
        boolean printable = c >= 0xA0 && !lineSeparator && c != '\uFEFF' && c < '\uFFFE';
        return printable ? QUOTED : QUOTED | ESCAPED;
    }

    private static short[] ascii() {
        short[] table = new short[128];
        for (char c = 0; c < 128; c++) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean digit = c >= '0' && c <= '9';
            if (c < ' ' || c == 127) {
                table[c] = QUOTED | ESCAPED;
            } else if (letter || digit) {
                table[c] = FIRST;
            }
        }
        table['\n'] = QUOTED | LINE_FEED;
        table['\t'] = QUOTED | TAB;
        add(table, "{}[]", QUOTED);
        add(table, ",:?!&|>%@`\"'#=<;\\~", QUOTED_IN_FLOW);
        add(table, ":#", NEIGHBOURS);
        add(table, "/$^(", FIRST);
        add(table, "0123456789abcdefABCDEFxXoOtTzZ_.,:+- ", NUMERIC);
        return table;
    }

    private static void add(short[] table, String characters, int bits) {
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] |= (short) bits;
        }
    }
}
