package io.tapstack.reference.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulePageTest {

    @Test
    void everyRuleHasAPageThatSaysWhatItDemands() {
        for (TemplateRule rule : RulePacks.validator(RulePacks.listed()).rules()) {
            RulePage page = RulePage.of(rule.id()).orElseThrow(() -> new AssertionError("no page of " + rule.id()));
            assertThat(page.text()).startsWith("# " + rule.id() + "\n");
            assertThat(page.demand())
                    .as(rule.id())
                    .isNotEmpty()
                    .doesNotContain("\n", "**", "#")
                    .endsWith(".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoSuchRule", "", "../rules/DanglingRef", "DanglingRef.md", "a\0b"})
    void whatIsNoRuleHasNone(String id) {
        assertThat(RulePage.of(id)).isEmpty();
    }

    @Test
    void theDemandIsTheFirstParagraph() {
        assertThat(new RulePage("A", "# A\n\nThis,\nand that.\n\n## Why\n\nSo.\n").demand())
                .isEqualTo("This, and that.");
        assertThat(new RulePage("A", "# A\n\n**Error.** This.\n").demand()).isEqualTo("This.");
        assertThat(new RulePage("A", "").demand()).isEmpty();
    }

    @Test
    void sarifCarriesThePage() throws IOException {
        CheckReport report = new CheckReport(
                "1",
                List.of(new RuleSummary("DanglingRef", Severity.ERROR, "Ref names something")),
                Optional.empty(),
                List.of());
        JsonNode rule = new ObjectMapper()
                .readTree(ReportFormat.SARIF.write(report, false))
                .at("/runs/0/tool/driver/rules/0");
        RulePage page = RulePage.of("DanglingRef").orElseThrow();
        assertThat(rule.at("/shortDescription/text").textValue()).isEqualTo("Ref names something");
        assertThat(rule.at("/fullDescription/text").textValue()).isEqualTo(page.demand());
        assertThat(rule.at("/help/markdown").textValue()).isEqualTo(page.text());
        assertThat(rule.at("/defaultConfiguration/level").textValue()).isEqualTo("error");
    }
}
