package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.patterns.rule.pack.RulePack;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {

    @Test
    void everyRuleThatCanReportHasItsPage() throws IOException {
        List<String> ids = new ArrayList<>(TemplateValidator.BUILT_IN_RULES);
        for (RulePack pack : RulePacks.listed()) {
            RulePacks.validator(List.of(pack)).rules().forEach(rule -> ids.add(rule.id()));
        }
        for (String id : ids) {
            String page = Files.readString(Path.of("../docs/rules", id + ".md"));
            assertThat(Outcome.of("explain", id)).isEqualTo(new Outcome(0, page, ""));
        }
    }

    @Test
    void aTypeIsExplainedFromTheFacts() {
        Outcome outcome = Outcome.of("explain", "AWS::KMS::Alias");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("# AWS::KMS::Alias\n").contains("\n- `AliasName` (required): text");
    }

    @ParameterizedTest
    @CsvSource({
        "UnencrypedStore, there is no rule 'UnencrypedStore'. Did you mean UnencryptedStore?",
        "unencryptedstore, there is no rule 'unencryptedstore'. Did you mean UnencryptedStore?",
        "Xylophone, there is no rule 'Xylophone'.",
        "../../x, there is no rule '../../x'.",
        "AWS::SQS::Queu, there is no type 'AWS::SQS::Queu'. Did you mean AWS::SQS::Queue?",
        "AWS::SQS::Queue.No, there is no type 'AWS::SQS::Queue.No'.",
    })
    void whatIsNotKnownIsTrouble(String name, String message) {
        assertThat(Outcome.of("explain", name)).isEqualTo(new Outcome(2, "", "tap: " + message + "\n"));
    }
}
