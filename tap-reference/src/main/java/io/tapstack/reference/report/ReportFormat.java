package io.tapstack.reference.report;

import java.util.Locale;
import java.util.Optional;

/** The forms in which a report can be written. */
public enum ReportFormat {
    /** Text for people, with the line of the template. */
    TEXT,
    /** The findings and their number, as JSON. */
    JSON,
    /** The Static Analysis Results Interchange Format, version 2.1.0. */
    SARIF,
    /** The XML that JUnit's runners write, as build servers read it. */
    JUNIT;

    /** The format by its word on a command line. */
    public static Optional<ReportFormat> parse(String word) {
        for (ReportFormat format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Its word on a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The report in this form; {@code coloured} matters to text only. */
    public String write(CheckReport report, boolean coloured) {
        return switch (this) {
            case TEXT -> new TextReport(coloured).write(report);
            case JSON -> JsonReport.write(report);
            case SARIF -> SarifReport.write(report);
            case JUNIT -> JunitReport.write(report);
        };
    }
}
