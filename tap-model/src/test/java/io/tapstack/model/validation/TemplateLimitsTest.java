package io.tapstack.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateLimitsTest {

    @Test
    void saysNothingOfWhatFitsIntoARequest() {
        assertThat(TemplateLimits.checkSize(0)).isEmpty();
        assertThat(TemplateLimits.checkSize(51_200)).isEmpty();
    }

    @Test
    void tellsThatABucketIsNeeded() {
        assertThat(TemplateLimits.checkSize(51_201)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.ruleId()).isEqualTo("TemplateSize");
            assertThat(finding.message()).contains("51201");
        });
        assertThat(TemplateLimits.checkSize(1_048_576))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
    }

    @Test
    void refusesWhatEvenABucketCannotHelp() {
        assertThat(TemplateLimits.checkSize(1_048_577))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }
}
