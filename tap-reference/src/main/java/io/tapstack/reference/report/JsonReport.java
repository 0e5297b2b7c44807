package io.tapstack.reference.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.io.IOException;

/**
 * The report as JSON: {@code {"findings": […], "summary": {"error", "warning", "info"}}}. What was not judged is an {@code info} whose
 * message begins with {@code Not judged:}, and is counted as one.
 */
final class JsonReport {

    private JsonReport() {}

    static String write(CheckReport report) {
        return JsonOutput.of(json -> write(json, report));
    }

    private static void write(JsonGenerator json, CheckReport report) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("findings");
        for (FileReport file : report.files()) {
            for (ReportedFinding finding : file.findings()) {
                write(json, file, finding);
            }
        }
        json.writeEndArray();
        json.writeObjectFieldStart("summary");
        json.writeNumberField("error", report.count(Severity.ERROR));
        json.writeNumberField("warning", report.count(Severity.WARNING));
        json.writeNumberField("info", report.count(Severity.INFO) + report.countUnjudged());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FileReport file, ReportedFinding reported) throws IOException {
        Finding finding = reported.finding();
        json.writeStartObject();
        JsonOutput.text(json, "rule", finding.ruleId());
        json.writeStringField("severity", SeverityWord.of(reported.unjudged() ? Severity.INFO : finding.severity()));
        JsonOutput.text(json, "file", file.file());
        json.writeNumberField("line", finding.line());
        if (finding.logicalId().isPresent()) {
            JsonOutput.text(json, "logicalId", finding.logicalId().get());
        } else {
            json.writeNullField("logicalId");
        }
        JsonOutput.text(json, "path", finding.path());
        JsonOutput.text(json, "message", reported.message());
        JsonOutput.text(json, "remedy", finding.remedy());
        json.writeEndObject();
    }
}
