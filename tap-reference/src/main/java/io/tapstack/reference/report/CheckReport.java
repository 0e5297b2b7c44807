package io.tapstack.reference.report;

import io.tapstack.model.validation.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a check of some files has found.
 *
 * @param version the version of this tool
 * @param rules the rules that ran, in their order
 * @param failOn the severity at which the check fails; empty if findings never make it fail
 * @param files the files, in their order
 */
public record CheckReport(String version, List<RuleSummary> rules, Optional<Severity> failOn, List<FileReport> files) {

    /** Copies the lists. */
    public CheckReport {
        rules = Collections.unmodifiableList(new ArrayList<>(rules));
        files = Collections.unmodifiableList(new ArrayList<>(files));
    }

    /** How many findings there are of a severity, without what was not judged. */
    public int count(Severity severity) {
        int count = 0;
        for (FileReport file : files) {
            count += file.count(severity);
        }
        return count;
    }

    /** How many places were not judged. */
    public int countUnjudged() {
        int count = 0;
        for (FileReport file : files) {
            count += file.countUnjudged();
        }
        return count;
    }

    /** How many files could not be read. */
    public int countUnreadable() {
        int count = 0;
        for (FileReport file : files) {
            count += file.readable() ? 0 : 1;
        }
        return count;
    }

    /** Whether there is a finding for which the check fails. */
    public boolean fails() {
        for (FileReport file : files) {
            for (ReportedFinding finding : file.findings()) {
                if (fails(finding)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean fails(ReportedFinding finding) {
        return failOn.isPresent() && finding.isAtLeast(failOn.get());
    }
}
