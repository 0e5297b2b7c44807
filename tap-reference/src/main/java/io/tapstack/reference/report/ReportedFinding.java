package io.tapstack.reference.report;

import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding as a report shows it.
 *
 * @param finding what was found, with its place in the file
 * @param unjudged whether a rule could not judge: then nothing is wrong as far as is known, and nothing is known to be right
 * @param sourceLine the line of the file, without its end; empty if there is none to show
 */
public record ReportedFinding(Finding finding, boolean unjudged, Optional<String> sourceLine) {

    /** Checks that the parts are there. */
    public ReportedFinding {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(sourceLine, "sourceLine");
    }

    /** A finding without the text of its line. */
    public static ReportedFinding of(Finding finding) {
        return new ReportedFinding(finding, false, Optional.empty());
    }

    /** Whether it is as bad as a severity, or worse; what was not judged never is. */
    boolean isAtLeast(Severity severity) {
        return !unjudged && finding.severity().isAtLeast(severity);
    }

    /** What is wrong, or that something was not judged and why. */
    String message() {
        return unjudged ? "Not judged: " + finding.message() : finding.message();
    }

    /** The message with the remedy behind it. */
    String messageAndRemedy() {
        return finding.remedy().isEmpty() ? message() : message() + " " + finding.remedy();
    }
}
