package io.tapstack.model.validation;

/** What CloudFormation takes between <code>${</code> and <code>}</code>. */
public final class Placeholders {

    private Placeholders() {}

    /** Whether a placeholder holds a name: letters, digits, underscores, dots and colons, and at least one of them. */
    public static boolean isWellFormed(String placeholder) {
        for (int i = 0; i < placeholder.length(); i++) {
            char c = placeholder.charAt(i);
            boolean fits = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= ':' || c == '.' || c == '_';
            if (!fits) {
                return false;
            }
        }
        return !placeholder.isEmpty() && placeholder.charAt(0) != '.';
    }
}
