package io.tapstack.reference.report;

import io.tapstack.model.validation.Severity;
import java.util.Objects;

/**
 * A rule that ran, as reports name it.
 *
 * @param id its id
 * @param severity how bad its findings are
 * @param title what it demands, in a few words
 */
public record RuleSummary(String id, Severity severity, String title) {

    /** Checks that the parts are there. */
    public RuleSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(title, "title");
    }
}
