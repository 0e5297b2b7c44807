package io.tapstack.reference.report;

import io.tapstack.model.validation.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The report as the XML of JUnit's runners: a suite for each file; in it a case for each finding, one that was skipped for each place
 * that was not judged, and one that passed for each rule that judged something and found nothing.
 *
 * <p>A case fails if its finding makes the check fail. Why a file could not be read is an error.
 */
final class JunitReport {

    private final CheckReport report;
    private final StringBuilder xml = new StringBuilder();

    private JunitReport(CheckReport report) {
        this.report = report;
    }

    static String write(CheckReport report) {
        return new JunitReport(report).write();
    }

    private String write() {
        int tests = 0;
        int failures = 0;
        int errors = 0;
        List<String> suites = new ArrayList<>();
        for (FileReport file : report.files()) {
            Suite suite = new Suite(file);
            suites.add(suite.write());
            tests += suite.tests;
            failures += suite.failures;
            errors += suite.errors;
        }
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tap check\" tests=\"")
                .append(tests);
        xml.append("\" failures=\"")
                .append(failures)
                .append("\" errors=\"")
                .append(errors)
                .append("\">\n");
        suites.forEach(xml::append);
        return xml.append("</testsuites>\n").toString();
    }

    /** The cases of one file, and their number. */
    private final class Suite {

        private final FileReport file;
        private final StringBuilder cases = new StringBuilder();
        private int tests;
        private int failures;
        private int errors;
        private int skipped;

        Suite(FileReport file) {
            this.file = file;
        }

        String write() {
            Set<String> spoken = new HashSet<>();
            for (ReportedFinding finding : file.findings()) {
                spoken.add(finding.finding().ruleId());
                add(finding);
            }
            for (RuleSummary rule : report.rules()) {
                if (file.judgedBy().contains(rule.id()) && !spoken.contains(rule.id())) {
                    tests++;
                    open(rule.id(), rule.title().isEmpty() ? rule.id() : rule.title());
                    cases.append("/>\n");
                }
            }
            return "  <testsuite name=\"" + XmlText.escaped(file.file()) + "\" tests=\"" + tests + "\" failures=\""
                    + failures + "\" errors=\"" + errors + "\" skipped=\"" + skipped + "\">\n" + cases
                    + "  </testsuite>\n";
        }

        private void add(ReportedFinding reported) {
            tests++;
            Finding finding = reported.finding();
            open(finding.ruleId(), name(finding));
            cases.append(">\n");
            if (reported.unjudged()) {
                skipped++;
                cases.append("      <skipped message=\"").append(XmlText.escaped(finding.message()));
                cases.append("\"/>\n");
            } else if (!file.readable()) {
                errors++;
                problem("error", finding);
            } else if (report.fails(reported)) {
                failures++;
                problem("failure", finding);
            } else {
                cases.append("      <system-out>").append(details(finding)).append("</system-out>\n");
            }
            cases.append("    </testcase>\n");
        }

        private void open(String ruleId, String name) {
            cases.append("    <testcase classname=\"").append(XmlText.escaped(ruleId));
            cases.append("\" name=\"").append(XmlText.escaped(name)).append('"');
        }

        private String name(Finding finding) {
            String path = finding.path().isEmpty() ? file.file() : finding.path();
            return finding.line() > 0 ? path + " (line " + finding.line() + ")" : path;
        }

        private void problem(String element, Finding finding) {
            cases.append("      <").append(element).append(" type=\"").append(SeverityWord.of(finding.severity()));
            cases.append("\" message=\"")
                    .append(XmlText.escaped(finding.message()))
                    .append("\">");
            cases.append(details(finding)).append("</").append(element).append(">\n");
        }

        private String details(Finding finding) {
            String place = finding.line() > 0 ? file.file() + ":" + finding.line() : file.file();
            return XmlText.escaped(place + ": " + SeverityWord.of(finding.severity()) + " " + finding.ruleId() + ": "
                    + finding.message() + " " + finding.remedy());
        }
    }
}
