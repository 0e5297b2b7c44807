package io.tapstack.model.io;

/** The words that some version of YAML takes for a boolean or for nothing. */
final class YamlWords {

    private static final char[][] RESERVED = {
        "y".toCharArray(),
        "n".toCharArray(),
        "yes".toCharArray(),
        "no".toCharArray(),
        "on".toCharArray(),
        "off".toCharArray(),
        "true".toCharArray(),
        "false".toCharArray(),
        "null".toCharArray(),
    };

    private YamlWords() {}

    /** Whether characters spell such a word, in upper or lower case. */
    static boolean isReserved(char[] chars, int start, int length) {
        for (char[] word : RESERVED) {
            if (word.length == length && spell(chars, start, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean spell(char[] chars, int start, char[] word) {
        for (int i = 0; i < word.length; i++) {
            if ((chars[start + i] | ' ') != word[i]) {
                return false;
            }
        }
        return true;
    }
}
