package io.tapstack.reference.report;

import java.util.Locale;

/** What becomes of resources and data, as words in reports. */
final class UpdateWords {

    private UpdateWords() {}

    /** In lower case: {@code added}, {@code replaced}, {@code certain}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
