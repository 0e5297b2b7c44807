package io.tapstack.reference.report;

import io.tapstack.model.validation.Severity;
import java.util.Locale;

/** Severities as words in reports. */
final class SeverityWord {

    private SeverityWord() {}

    /** In lower case: {@code error}, {@code warning}, {@code info}. */
    static String of(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
