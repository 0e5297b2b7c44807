package io.tapstack.reference.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The report in the Static Analysis Results Interchange Format, version 2.1.0. What was not judged has the kind {@code open}, and
 * so no level.
 */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final CheckReport report;
    private final Map<String, Integer> ruleIndexes = new LinkedHashMap<>();

    private SarifReport(CheckReport report) {
        this.report = report;
    }

    static String write(CheckReport report) {
        return JsonOutput.of(new SarifReport(report)::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(json);
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", report.countUnreadable() == 0);
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("results");
        for (FileReport file : report.files()) {
            for (ReportedFinding finding : file.findings()) {
                result(json, file, finding);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "tap");
        json.writeStringField("version", report.version());
        json.writeArrayFieldStart("rules");
        for (RuleSummary rule : rules().values()) {
            ruleIndexes.put(rule.id(), ruleIndexes.size());
            rule(json, rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The rules that ran, and those that reading files speaks of besides. */
    private Map<String, RuleSummary> rules() {
        Map<String, RuleSummary> rules = new LinkedHashMap<>();
        for (RuleSummary rule : report.rules()) {
            rules.putIfAbsent(rule.id(), rule);
        }
        for (FileReport file : report.files()) {
            for (ReportedFinding reported : file.findings()) {
                Finding finding = reported.finding();
                rules.putIfAbsent(finding.ruleId(), new RuleSummary(finding.ruleId(), finding.severity(), ""));
            }
        }
        return rules;
    }

    private static void rule(JsonGenerator json, RuleSummary rule) throws IOException {
        Optional<RulePage> page = RulePage.of(rule.id());
        json.writeStartObject();
        JsonOutput.text(json, "id", rule.id());
        String demand = page.map(RulePage::demand).orElse("");
        String title = rule.title().isEmpty() ? demand : rule.title();
        message(json, "shortDescription", title.isEmpty() ? rule.id() : title);
        if (!demand.isEmpty()) {
            message(json, "fullDescription", demand);
        }
        if (page.isPresent()) {
            json.writeObjectFieldStart("help");
            JsonOutput.text(json, "text", page.get().text());
            JsonOutput.text(json, "markdown", page.get().text());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(rule.severity()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(JsonGenerator json, FileReport file, ReportedFinding reported) throws IOException {
        Finding finding = reported.finding();
        json.writeStartObject();
        JsonOutput.text(json, "ruleId", finding.ruleId());
        json.writeNumberField("ruleIndex", ruleIndexes.getOrDefault(finding.ruleId(), -1));
        if (reported.unjudged()) {
            json.writeStringField("kind", "open");
        }
        json.writeStringField("level", reported.unjudged() ? "none" : level(finding.severity()));
        message(json, "message", reported.messageAndRemedy());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physical(json, file, reported);
        logical(json, finding);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void physical(JsonGenerator json, FileReport file, ReportedFinding reported) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", FileUri.of(file.file()));
        json.writeEndObject();
        if (reported.finding().line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", reported.finding().line());
            if (reported.finding().column() > 0) {
                json.writeNumberField("startColumn", reported.finding().column());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void logical(JsonGenerator json, Finding finding) throws IOException {
        if (finding.path().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        if (finding.logicalId().isPresent()) {
            JsonOutput.text(json, "name", finding.logicalId().get());
        }
        JsonOutput.text(json, "fullyQualifiedName", finding.path());
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void message(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        JsonOutput.text(json, "text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : SeverityWord.of(severity);
    }
}
