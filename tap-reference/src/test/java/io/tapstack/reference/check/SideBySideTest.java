package io.tapstack.reference.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Template;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.patterns.rule.pack.RulePacks;
import io.tapstack.reference.pipeline.TransactionPipeline;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void copiesAreAsSoundAsTheOriginal() throws IOException {
        Template original = new TransactionPipeline().template();
        Template copies = SideBySide.of(original, 3);
        TemplateValidator validator = RulePacks.validator(List.of(RulePacks.STRUCTURE));

        assertThat(copies.resources()).hasSize(3 * original.resources().size());
        assertThat(copies.parameters()).hasSize(3 * original.parameters().size());
        assertThat(validator.validate(copies).findings()).isEmpty();
    }
}
