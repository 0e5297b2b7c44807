package io.tapstack.model.io;

import java.util.Objects;
import java.util.Optional;

/** The two notations that CloudFormation reads. */
public enum TemplateFormat {
    /** YAML, with functions in their short form. */
    YAML("yaml", "yml"),
    /** JSON. */
    JSON("json", "json");

    private final String word;
    private final String extension;

    TemplateFormat(String word, String extension) {
        this.word = word;
        this.extension = extension;
    }

    /** The format by the word for it on a command line: {@code yaml}, {@code yml} or {@code json}, in upper or lower case. */
    public static Optional<TemplateFormat> parse(String word) {
        Objects.requireNonNull(word, "word");
        for (TemplateFormat format : values()) {
            if (format.word.equalsIgnoreCase(word) || format.extension.equalsIgnoreCase(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The format by the extension of a file's name. */
    public static Optional<TemplateFormat> ofFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : parse(fileName.substring(dot + 1));
    }

    /** The format of a text: JSON if it begins with an object whose first key is in double quotes, else YAML. */
    static TemplateFormat ofText(String text) {
        int brace = skipSpace(text, 0);
        if (brace == text.length() || text.charAt(brace) != '{') {
            return YAML;
        }
        int next = skipSpace(text, brace + 1);
        return next == text.length() || text.charAt(next) == '"' || text.charAt(next) == '}' ? JSON : YAML;
    }

    private static int skipSpace(String text, int start) {
        int at = start;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** The word for it on a command line. */
    public String word() {
        return word;
    }

    /** The extension of its files, without a dot: {@code yml} or {@code json}. */
    public String extension() {
        return extension;
    }

    @Override
    public String toString() {
        return word;
    }
}
