package io.tapstack.reference.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Whatever stands in findings and names of files: reports are well-formed, complete, and harmless. */
class ReportPropertyTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void jsonIsWellFormedAndComplete(@ForAll("reports") CheckReport report) throws IOException {
        String text = ReportFormat.JSON.write(report, false);
        JsonNode root = new ObjectMapper().readTree(text);

        assertThat(root.fieldNames()).toIterable().containsExactly("findings", "summary");
        assertThat(root.get("findings")).hasSize(size(report));
        for (JsonNode finding : root.get("findings")) {
            assertThat(finding.fieldNames())
                    .toIterable()
                    .containsExactly("rule", "severity", "file", "line", "logicalId", "path", "message", "remedy");
            assertThat(finding.get("severity").textValue()).isIn("error", "warning", "info");
        }
        JsonNode summary = root.get("summary");
        assertThat(summary.fieldNames()).toIterable().containsExactly("error", "warning", "info");
        assertThat(summary.get("error").intValue()
                        + summary.get("warning").intValue()
                        + summary.get("info").intValue())
                .isEqualTo(size(report));
        assertThat(isPrintable(text, 0x7F)).isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void sarifIsWellFormedAndComplete(@ForAll("reports") CheckReport report) throws IOException {
        String text = ReportFormat.SARIF.write(report, false);
        JsonNode run = new ObjectMapper().readTree(text).at("/runs/0");

        assertThat(run.get("results")).hasSize(size(report));
        JsonNode rules = run.at("/tool/driver/rules");
        for (JsonNode result : run.get("results")) {
            assertThat(rules.get(result.get("ruleIndex").intValue()).get("id")).isEqualTo(result.get("ruleId"));
            assertThat(result.get("level").textValue().equals("none")).isEqualTo(result.has("kind"));
            JsonNode place = result.at("/locations/0/physicalLocation");
            assertThat(place.at("/artifactLocation/uri").textValue()).matches("[\\w.~/:%-]*");
            assertThat(place.at("/region/startLine").asInt(1)).isPositive();
            assertThat(place.at("/region/startColumn").asInt(1)).isPositive();
        }
        assertThat(isPrintable(text, 0x7F)).isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void junitIsWellFormedAndComplete(@ForAll("reports") CheckReport report) throws Exception {
        String text = ReportFormat.JUNIT.write(report, false);
        Element root = parse(text).getDocumentElement();

        assertThat(root.getElementsByTagName("testsuite").getLength())
                .isEqualTo(report.files().size());
        int cases = root.getElementsByTagName("testcase").getLength();
        assertThat(cases).isGreaterThanOrEqualTo(size(report));
        assertThat(root.getAttribute("tests")).isEqualTo(String.valueOf(cases));
        assertThat(number(root, "failure") + number(root, "error"))
                .isEqualTo(Integer.parseInt(root.getAttribute("failures"))
                        + Integer.parseInt(root.getAttribute("errors")));
        assertThat(number(root, "failure") > 0)
                .isEqualTo(report.files().stream()
                        .filter(FileReport::readable)
                        .anyMatch(file -> file.findings().stream().anyMatch(report::fails)));
        NodeList suites = root.getElementsByTagName("testsuite");
        for (int i = 0; i < suites.getLength(); i++) {
            Element suite = (Element) suites.item(i);
            assertThat(suite.getAttribute("skipped")).isEqualTo(String.valueOf(number(suite, "skipped")));
        }
        assertThat(isPrintable(text, Character.MAX_CODE_POINT)).isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void textIsHarmlessAndComplete(@ForAll("reports") CheckReport report) {
        String text = ReportFormat.TEXT.write(report, false);

        assertThat(isPrintable(text, Character.MAX_CODE_POINT)).isTrue();
        long judged = report.files().stream()
                .flatMap(file -> file.findings().stream())
                .filter(finding -> !finding.unjudged())
                .count();
        assertThat(text.lines().filter(line -> line.contains(" Rule"))).hasSizeGreaterThanOrEqualTo((int) judged);
        assertThat(text.lines().reduce("", (first, second) -> second)).matches("\\d+ files?.*: .*");
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theSameFindingsGiveTheSameBytes(@ForAll("reports") CheckReport report) {
        CheckReport same = new CheckReport(report.version(), report.rules(), report.failOn(), report.files());
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.write(report, true)).isEqualTo(format.write(same, true));
        }
    }

    /** What the properties look for is really seen. */
    @Example
    void whatIsHarmfulIsSeen() {
        assertThat(isPrintable("a\u001b[2J", Character.MAX_CODE_POINT)).isFalse();
        assertThat(isPrintable("a\u009b", Character.MAX_CODE_POINT)).isFalse();
        assertThat(isPrintable("a\u202eb", Character.MAX_CODE_POINT)).isFalse();
        assertThat(isPrintable("\ud800", Character.MAX_CODE_POINT)).isFalse();
        assertThatThrownBy(() -> parse("<a b=\"" + Reports.HOSTILE + "\"/>")).isInstanceOf(SAXException.class);
    }

    /** Whether a text has nothing but characters that a terminal shows, in lines. */
    private static boolean isPrintable(String text, int greatest) {
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || c <= greatest
                                && !Character.isISOControl(c)
                                && Character.getType(c) != Character.FORMAT
                                && Character.getType(c) != Character.SURROGATE);
    }

    private static int number(Element root, String name) {
        return root.getElementsByTagName(name).getLength();
    }

    private static int size(CheckReport report) {
        return report.files().stream().mapToInt(file -> file.findings().size()).sum();
    }

    private static Document parse(String xml) throws ParserConfigurationException, SAXException, IOException {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        ErrorHandler quiet = new DefaultHandler();
        builder.setErrorHandler(quiet);
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    @Provide
    Arbitrary<CheckReport> reports() {
        Arbitrary<FileReport> files = Combinators.combine(
                        texts(),
                        Arbitraries.of(true, false),
                        findings().list().ofMaxSize(6),
                        Arbitraries.of("Rule1", "Rule9"))
                .as((name, readable, findings, judged) -> new FileReport(name, readable, findings, Set.of(judged)));
        return Combinators.combine(
                        files.list().ofMaxSize(4),
                        Arbitraries.of(Severity.class).optional(),
                        Arbitraries.of(Severity.class))
                .as((list, failOn, severity) -> new CheckReport(
                        "1",
                        List.of(new RuleSummary("Rule1", severity, ""), new RuleSummary("Rule9", severity, "T<")),
                        failOn,
                        list));
    }

    private static Arbitrary<ReportedFinding> findings() {
        return Combinators.combine(
                        Arbitraries.of("Rule1", "Rule2"),
                        Arbitraries.of(Severity.class),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 400),
                        texts(),
                        texts(),
                        Arbitraries.of(true, false),
                        texts().optional())
                .as(ReportPropertyTest::finding);
    }

    private static ReportedFinding finding(
            String rule,
            Severity severity,
            int line,
            int column,
            String text,
            String path,
            boolean unjudged,
            Optional<String> source) {
        Finding finding = Reports.finding(severity, line, column, path, text, text).toBuilder()
                .ruleId(rule)
                .build();
        return new ReportedFinding(finding, unjudged, source);
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> odd = Arbitraries.of(
                "",
                "Resources/A/0",
                Reports.HOSTILE,
                "\u001b]0;x\u0007",
                "\ud800",
                "\r\n",
                "\u2028",
                "a\tb",
                "]]>",
                "日本");
        return Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(300));
    }
}
