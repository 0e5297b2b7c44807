package io.tapstack.model.io;

import java.util.List;

/** The names under which the reader reports; each has its page in {@code docs/rules}. */
final class ReaderRules {

    /** Nothing can be read. */
    static final String UNREADABLE = "UnreadableTemplate";
    /** More than the reader takes. */
    static final String LIMIT = "ReaderLimit";
    /** A key that stands twice in one object. */
    static final String DUPLICATE_KEY = "DuplicateKey";
    /** A null or empty value. */
    static final String NULL_VALUE = "NullValue";
    /** A part of the template that is no list, object or text where one is expected. */
    static final String SHAPE = "TemplateShape";

    /** All of them, sorted. */
    static final List<String> ALL = List.of(DUPLICATE_KEY, NULL_VALUE, LIMIT, SHAPE, UNREADABLE);

    /** Those that report what is kept in the template all the same, and written again as it was. */
    private static final List<String> KEPT = List.of(NULL_VALUE, SHAPE);

    private ReaderRules() {}

    /** Whether what a rule reports is not, or may not be, in the template that was read. */
    static boolean isLoss(String ruleId) {
        return !KEPT.contains(ruleId);
    }
}
