package io.tapstack.reference.report;

import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report for people: for each finding {@code file:line:column: severity RuleId: message}, the line of the template with a caret,
 * and the remedy; then what was not judged, and how much of everything there is.
 */
public final class TextReport {

    private static final int MOST_PLACES = 3;
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String CYAN = "\u001b[36m";
    private static final String GREEN = "\u001b[32m";

    private final boolean coloured;

    /** A report with colours or without. */
    public TextReport(boolean coloured) {
        this.coloured = coloured;
    }

    /** The whole report. */
    public String write(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (FileReport file : report.files()) {
            append(text, file);
        }
        return text.append(summary(report)).append('\n').toString();
    }

    /** What is said of one file, without the summary. */
    public String write(FileReport file) {
        StringBuilder text = new StringBuilder();
        append(text, file);
        return text.toString();
    }

    private void append(StringBuilder text, FileReport file) {
        Map<String, List<ReportedFinding>> unjudged = new LinkedHashMap<>();
        for (ReportedFinding finding : file.findings()) {
            if (finding.unjudged()) {
                unjudged.computeIfAbsent(finding.finding().ruleId(), id -> new ArrayList<>())
                        .add(finding);
            } else {
                append(text, file, finding);
            }
        }
        for (Map.Entry<String, List<ReportedFinding>> rule : unjudged.entrySet()) {
            append(text, file, rule.getKey(), rule.getValue());
        }
    }

    private void append(StringBuilder text, FileReport file, ReportedFinding reported) {
        Finding finding = reported.finding();
        Severity severity = finding.severity();
        text.append(in(BOLD, place(file, reported))).append(": ");
        text.append(in(colour(severity), SeverityWord.of(severity))).append(' ');
        text.append(Harmless.escaped(finding.ruleId())).append(": ");
        text.append(Harmless.escaped(finding.message())).append('\n');
        if (reported.sourceLine().isPresent() && finding.line() > 0) {
            excerpt(
                    text,
                    finding.line(),
                    SourceExcerpt.of(
                            reported.sourceLine().get(), reported.finding().column()),
                    reported);
        } else if (!finding.path().isEmpty()) {
            text.append("    at ").append(Harmless.escaped(finding.path())).append('\n');
        }
        if (!finding.remedy().isEmpty()) {
            text.append("    ").append(Harmless.escaped(finding.remedy())).append('\n');
        }
    }

    private void excerpt(StringBuilder text, int line, SourceExcerpt excerpt, ReportedFinding reported) {
        String number = String.format(Locale.ROOT, "%5d", line);
        text.append(number).append(" | ").append(excerpt.text()).append('\n');
        if (reported.finding().column() > 0) {
            text.append(" ".repeat(number.length())).append(" | ");
            text.append(" ".repeat(excerpt.caret())).append(in(GREEN, "^")).append('\n');
        }
    }

    private static String place(FileReport file, ReportedFinding reported) {
        StringBuilder place = new StringBuilder(Harmless.escaped(file.file()));
        if (reported.finding().line() > 0) {
            place.append(':').append(reported.finding().line());
            if (reported.finding().column() > 0) {
                place.append(':').append(reported.finding().column());
            }
        }
        return place.toString();
    }

    private static void append(StringBuilder text, FileReport file, String ruleId, List<ReportedFinding> unjudged) {
        int count = unjudged.size();
        text.append(Harmless.escaped(file.file())).append(": not judged by ").append(Harmless.escaped(ruleId));
        text.append(count == 1 ? "" : " in " + count + " places").append(':');
        for (int i = 0; i < Math.min(count, MOST_PLACES); i++) {
            Finding finding = unjudged.get(i).finding();
            String place = finding.line() > 0 ? "line " + finding.line() : finding.path();
            text.append("\n    ");
            text.append(place.isEmpty() ? "" : Harmless.escaped(place) + ": ");
            text.append(Harmless.escaped(finding.message()));
        }
        text.append(count > MOST_PLACES ? "\n    and " + (count - MOST_PLACES) + " more\n" : "\n");
    }

    private static String summary(CheckReport report) {
        StringBuilder line = new StringBuilder(count(report.files().size(), "file"));
        int unreadable = report.countUnreadable();
        if (unreadable > 0) {
            line.append(", ").append(unreadable).append(" of them unreadable");
        }
        line.append(": ").append(count(report.count(Severity.ERROR), "error"));
        line.append(", ").append(count(report.count(Severity.WARNING), "warning"));
        line.append(", ").append(count(report.count(Severity.INFO), "info"));
        return line.append("; not judged: ")
                .append(count(report.countUnjudged(), "place"))
                .toString();
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private String in(String colour, String text) {
        return coloured ? colour + text + RESET : text;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case INFO -> CYAN;
        };
    }
}
