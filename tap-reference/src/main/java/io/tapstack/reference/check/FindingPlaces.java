package io.tapstack.reference.check;

import io.tapstack.model.io.ReadTemplate;
import io.tapstack.model.validation.Finding;
import io.tapstack.reference.report.ReportedFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Gives findings the lines and columns of the file that a template was read from. */
final class FindingPlaces {

    private final Path file;
    private final ReadTemplate read;
    private final boolean withSource;
    private SourceLines lines = SourceLines.none();
    private boolean linesRead;

    FindingPlaces(Path file, ReadTemplate read, boolean withSource) {
        this.file = file;
        this.read = read;
        this.withSource = withSource;
    }

    /** Adds findings that say themselves where they are. */
    void add(List<Finding> findings, List<ReportedFinding> target) {
        add(findings, false, target);
    }

    /** Adds findings about the template, at the places that their paths lead to. */
    void addLocated(List<Finding> findings, boolean unjudged, List<ReportedFinding> target) {
        add(read.located(findings), unjudged, target);
    }

    private void add(List<Finding> findings, boolean unjudged, List<ReportedFinding> target) {
        for (Finding finding : findings) {
            target.add(new ReportedFinding(finding, unjudged, line(finding.line())));
        }
    }

    private Optional<String> line(int number) {
        if (!withSource || number < 1) {
            return Optional.empty();
        }
        if (!linesRead) {
            lines = SourceLines.of(file);
            linesRead = true;
        }
        return lines.line(number);
    }
}
