package io.tapstack.reference.report;

import io.tapstack.model.validation.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What there is to say about one file.
 *
 * @param file its name, as it was typed or found
 * @param readable whether it could be read; if not, its findings say why, and no rule has judged it
 * @param findings what was found and what was not judged, in the order of lines
 * @param judgedBy the ids of the rules that found something in it to judge
 */
public record FileReport(String file, boolean readable, List<ReportedFinding> findings, Set<String> judgedBy) {

    /** Copies the findings. */
    public FileReport {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(judgedBy, "judgedBy");
        findings = Collections.unmodifiableList(new ArrayList<>(findings));
    }

    /** How many findings there are of a severity, without what was not judged. */
    int count(Severity severity) {
        int count = 0;
        for (ReportedFinding finding : findings) {
            count += !finding.unjudged() && finding.finding().severity() == severity ? 1 : 0;
        }
        return count;
    }

    /** How many places were not judged. */
    int countUnjudged() {
        int count = 0;
        for (ReportedFinding finding : findings) {
            count += finding.unjudged() ? 1 : 0;
        }
        return count;
    }
}
