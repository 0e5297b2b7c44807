package io.tapstack.reference.cli;

import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.util.List;

/** Findings as lines for people, in the form in which compilers report: {@code file:line: SEVERITY RuleId path: message remedy}. */
final class FindingText {

    private FindingText() {}

    /** A line for each finding; empty if there is none. */
    static String of(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(Console.oneLine(line(finding))).append('\n');
        }
        return text.toString();
    }

    /** How many findings there are of a severity: {@code 1 error}, {@code 3 errors}. */
    static String count(List<Finding> findings, Severity severity, String noun) {
        int count = 0;
        for (Finding finding : findings) {
            count += finding.severity() == severity ? 1 : 0;
        }
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String line(Finding finding) {
        StringBuilder line = new StringBuilder();
        finding.file().ifPresent(line::append);
        if (finding.file().isPresent()) {
            line.append(finding.line() > 0 ? ":" + finding.line() : "").append(": ");
        }
        line.append(finding.severity()).append(' ').append(finding.ruleId());
        if (!finding.path().isEmpty()) {
            line.append(' ').append(finding.path());
        }
        line.append(": ").append(finding.message());
        return finding.remedy().isEmpty()
                ? line.toString()
                : line.append(' ').append(finding.remedy()).toString();
    }
}
