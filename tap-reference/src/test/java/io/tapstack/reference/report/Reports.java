package io.tapstack.reference.report;

import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports of tests. */
final class Reports {

    /** What nobody should have to read, and no format may let through. */
    static final String HOSTILE = "</failure>]]>\u001b[2J\u0000\u009b31m\u202e\"&\n\ud800\uD83D\uDE00";

    private Reports() {}

    /** Two files with findings of every kind, and one that cannot be read. */
    static CheckReport everyKind(Optional<Severity> failOn) {
        FileReport shop = new FileReport(
                "shop.yml",
                true,
                List.of(
                        reported(
                                Severity.ERROR,
                                3,
                                11,
                                "Resources/Shop/Type",
                                "\tType: AWS::Shop::Till  # \u65e5\u672c"),
                        reported(Severity.WARNING, 5, 0, "Outputs/Url", "  Url: {Value: x}"),
                        reported(Severity.INFO, 0, 0, "", null),
                        new ReportedFinding(
                                finding(Severity.INFO, 9, 3, "Resources/Till", "No rule knows Acme::Till.", ""),
                                true,
                                Optional.empty())),
                Set.of("Quiet", "Made"));
        FileReport odd = new FileReport(
                "dir/a b\n\u001b[31mc:d.json",
                true,
                List.of(new ReportedFinding(
                        finding(Severity.ERROR, 1, 200, "Resources/A", HOSTILE, "Mend <it> & \"that\"."),
                        false,
                        Optional.of("x".repeat(195) + "\u001b[2J" + "y".repeat(200)))),
                Set.of());
        FileReport torn = new FileReport(
                "/tmp/torn.yml",
                false,
                List.of(ReportedFinding.of(finding(Severity.ERROR, 2, 1, "", "A quote is not closed.", "Close it."))),
                Set.of());
        return new CheckReport(
                "1.2.3",
                List.of(
                        new RuleSummary("Made", Severity.ERROR, "Something is made"),
                        new RuleSummary("Quiet", Severity.WARNING, "Nothing is wrong")),
                failOn,
                List.of(shop, odd, torn));
    }

    /** A report about one file with one finding. */
    static CheckReport of(ReportedFinding finding) {
        return new CheckReport(
                "1.2.3",
                List.of(),
                Optional.of(Severity.ERROR),
                List.of(new FileReport("a.yml", true, List.of(finding), Set.of())));
    }

    static Finding finding(Severity severity, int line, int column, String path, String message, String remedy) {
        Finding.Builder finding = Finding.builder();
        finding.ruleId("Made")
                .severity(severity)
                .line(line)
                .column(column)
                .path(path)
                .message(message)
                .remedy(remedy);
        String[] steps = path.split("/", -1);
        if (steps.length > 1) {
            finding.logicalId(steps[1]);
        }
        return finding.build();
    }

    private static ReportedFinding reported(Severity severity, int line, int column, String path, String source) {
        return new ReportedFinding(
                finding(severity, line, column, path, "It is made wrong.", "Make it right."),
                false,
                Optional.ofNullable(source));
    }
}
