package io.tapstack.reference.check;

import io.tapstack.model.io.ReadTemplate;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.TemplateLimits;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.reference.report.FileReport;
import io.tapstack.reference.report.ReportedFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Reads a file and judges the template in it. Immutable and safe to share between threads. */
public final class FileChecker {

    private static final Comparator<ReportedFinding> BY_PLACE = Comparator.<ReportedFinding>comparingInt(
                    reported -> reported.finding().line())
            .thenComparingInt(reported -> reported.finding().column());

    private final TemplateReader reader;
    private final TemplateValidator validator;
    private final boolean judgesSize;
    private final boolean withSource;

    /**
     * A checker.
     *
     * @param judgesSize whether the size of files is judged too, which is no matter of templates and so of no rule
     * @param withSource whether findings carry the text of their line
     */
    public FileChecker(TemplateReader reader, TemplateValidator validator, boolean judgesSize, boolean withSource) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.validator = Objects.requireNonNull(validator, "validator");
        this.judgesSize = judgesSize;
        this.withSource = withSource;
    }

    /** What there is to say about a file. Never throws because of what is in it. */
    public FileReport check(Path file) {
        ReadTemplate read = reader.read(file);
        List<ReportedFinding> findings = new ArrayList<>();
        Set<String> judgedBy = new TreeSet<>();
        FindingPlaces places = new FindingPlaces(file, read, withSource);
        places.add(read.findings(), findings);
        Template template = read.template().orElse(null);
        if (template != null) {
            places.add(judgesSize ? size(file) : List.of(), findings);
            ValidationResult result = validator.validate(template);
            places.addLocated(result.findings(), false, findings);
            places.addLocated(result.unjudged(), true, findings);
            for (TemplateRule rule : validator.rules()) {
                if (result.judged(rule.id()) > 0) {
                    judgedBy.add(rule.id());
                }
            }
        }
        findings.sort(BY_PLACE);
        return new FileReport(file.toString(), template != null, findings, judgedBy);
    }

    /** What reading alone has found, each finding with the text of its line. */
    public static FileReport report(Path file, ReadTemplate read) {
        List<ReportedFinding> findings = new ArrayList<>();
        new FindingPlaces(file, read, true).add(read.findings(), findings);
        return new FileReport(file.toString(), read.template().isPresent(), findings, Set.of());
    }

    private static List<Finding> size(Path file) {
        try {
            return TemplateLimits.checkSize(Files.size(file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
