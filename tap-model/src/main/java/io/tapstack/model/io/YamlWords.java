package io.tapstack.model.io;

/** The words that some version of YAML takes for a boolean or for nothing. */
final class YamlWords {

    private static final String[] RESERVED = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"};

    private YamlWords() {}

    /** Whether a text spells such a word, in upper or lower case. */
    static boolean isReserved(String text) {
        for (String word : RESERVED) {
            if (word.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }
}
