package io.tapstack.reference.pipeline;

import java.util.Objects;

/** Something about a pipeline that is chosen when its template is written, not when its stack is created. */
public final class PipelineOption {

    private final String key;
    private final String description;
    private final String defaultValue;
    private final String pattern;

    private PipelineOption(String key, String description, String defaultValue, String pattern) {
        this.key = Objects.requireNonNull(key, "key");
        this.description = Objects.requireNonNull(description, "description");
        this.defaultValue = Objects.requireNonNull(defaultValue, "defaultValue");
        this.pattern = Objects.requireNonNull(pattern, "pattern");
    }

    /** A text that matches a regular expression as a whole. */
    static PipelineOption text(String key, String description, String defaultValue, String pattern) {
        return new PipelineOption(key, description, defaultValue, pattern);
    }

    /** The value of the tag {@code Project}. */
    static PipelineOption project(String defaultValue) {
        return text(
                "project",
                "value of the tag Project: 1 to 256 letters, digits, spaces and any of _.:/=+-@",
                defaultValue,
                "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,256}");
    }

    /** Its name on the command line. */
    public String key() {
        return key;
    }

    /** What it is for, and what may be chosen. */
    public String description() {
        return description;
    }

    /** What holds if nothing is chosen. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Whether a value may be chosen. */
    public boolean accepts(String value) {
        return value.equals(defaultValue) || value.matches(pattern);
    }

    @Override
    public String toString() {
        return key + "=" + defaultValue;
    }
}
