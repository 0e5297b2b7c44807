package io.tapstack.reference.deploy;

/** Texts as words of a shell. */
final class ShellText {

    private ShellText() {}

    /** A word that a shell takes as it is, whatever stands in it: in single quotes, with each single quote outside of them. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
