package io.tapstack.reference.flawed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.ReadTemplate;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.patterns.rule.pack.PackedRule;
import io.tapstack.patterns.rule.pack.RulePack;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example template has 58 known flaws, texts included; {@code flawed/flaws.txt} says flaw by flaw what finds it. */
class FlawTableTest {

    private static final Path FOLDER = Path.of("src/test/resources/flawed");
    private static final int LEAST = 40;

    private static final String ON_DEMAND = "practice/";

    private static List<Finding> findings;
    private static List<Finding> onDemand;

    @BeforeAll
    static void check() {
        findings = findings(FOLDER.resolve("transaction.yml"), RulePacks.all());
        onDemand = findings(FOLDER.resolve("transaction.yml"), List.of(RulePacks.PRACTICE));
    }

    private static List<Finding> findings(Path file, List<RulePack> packs) {
        ReadTemplate read = TemplateReader.standard().read(file);
        assertThat(read.findings()).isEmpty();
        ValidationResult result =
                RulePacks.validator(packs).validate(read.template().orElseThrow());
        return read.located(result.findings());
    }

    static List<String[]> flaws() {
        try {
            return Files.readAllLines(FOLDER.resolve("flaws.txt")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TemplateRule> practice() {
        return RulePacks.PRACTICE.rules().stream().map(PackedRule::rule).toList();
    }

    @ParameterizedTest(name = "flaw {0}")
    @MethodSource("flaws")
    void is_found_with_rule_and_line(String number, String rule, String logicalId) {
        if (rule.equals("-")) {
            assertThat(logicalId).as("why flaw %s is not found", number).isNotBlank();
        } else if (rule.startsWith(ON_DEMAND)) {
            String id = rule.substring(ON_DEMAND.length());
            assertThat(onDemand).as("flaw %s", number).anyMatch(finding -> tells(finding, id, logicalId));
            assertThat(findings).as("flaw %s", number).noneMatch(finding -> tells(finding, id, logicalId));
        } else {
            assertThat(findings).as("flaw %s", number).anyMatch(finding -> tells(finding, rule, logicalId));
        }
    }

    private static boolean tells(Finding finding, String rule, String logicalId) {
        return finding.ruleId().equals(rule)
                && finding.logicalId().filter(logicalId::equals).isPresent()
                && finding.line() > 0;
    }

    @Test
    void the_table_is_complete_and_enough_is_found() {
        List<String[]> flaws = flaws();
        for (int i = 0; i < flaws.size(); i++) {
            assertThat(flaws.get(i)[0]).isEqualTo(String.valueOf(i + 1));
        }
        assertThat(flaws).hasSize(58);
        assertThat(flaws.stream().filter(flaw -> !flaw[1].equals("-") && !flaw[1].startsWith(ON_DEMAND)))
                .hasSizeGreaterThanOrEqualTo(LEAST);
    }

    @ParameterizedTest
    @MethodSource("practice")
    void each_rule_of_the_pack_practice_finds_something_here(TemplateRule rule) {
        assertThat(onDemand).anyMatch(finding -> finding.ruleId().equals(rule.id()));
    }

    /** The same pipeline as we build it; names and exports are fixed by its requirements. */
    @Test
    void the_pipeline_as_built_has_none_of_the_flaws() {
        Path built = Path.of("src/test/resources/golden/transaction.yml");
        assertThat(findings(built, RulePacks.all())).isEmpty();
        assertThat(findings(built, List.of(RulePacks.PRACTICE)))
                .extracting(Finding::ruleId)
                .containsOnly("FixedName", "NeedlessExport");
    }

    /** Without {@code --pack}, what is a matter of habit never makes a check fail. */
    @Test
    void no_rule_of_the_pack_practice_reports_an_error() {
        assertThat(onDemand).extracting(Finding::severity).doesNotContain(Severity.ERROR);
    }
}
