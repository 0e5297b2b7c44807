package io.tapstack.patterns.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.TemplateContext;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WhenTest {

    private static final String CONDITIONS = """
            Parameters:
              Stage: {Type: String, AllowedValues: [dev, test, prod]}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsDev: !Equals [!Ref Stage, dev]
              IsTest: !Equals [!Ref Stage, test]
            Resources:
              Topic: {Type: AWS::SNS::Topic}
            """;

    private final TemplateContext context = TemplateContext.of(template(), CloudFormationFacts.bundled());
    private final Guard prod = Guard.within(null, "IsProd", true);
    private final Guard dev = Guard.within(null, "IsDev", true);
    private final Guard test = Guard.within(null, "IsTest", true);

    private static Template template() {
        byte[] text = CONDITIONS.getBytes(StandardCharsets.UTF_8);
        return TemplateReader.standard().read("a.yml", text).template().orElseThrow();
    }

    @Test
    void coversWhatItsWaysTogetherCover() {
        When twice = When.of(prod).or(When.of(dev));

        assertThat(twice.covers(context, prod)).isTrue();
        assertThat(twice.covers(context, null)).isFalse();
        assertThat(twice.or(When.of(test)).covers(context, null)).isTrue();
        assertThat(When.always().covers(context, null)).isTrue();
        assertThat(When.never().covers(context, prod)).isFalse();
    }

    @Test
    void coversAnythingThatNeverIs() {
        assertThat(When.never().covers(context, Guard.and(prod, dev))).isTrue();
    }

    @Test
    void isBothAtOnceOnlyWhereBothAre() {
        When both = When.of(prod).or(When.of(dev)).and(When.of(dev).or(When.of(test)));

        assertThat(both.covers(context, dev)).isTrue();
        assertThat(both.meets(context, prod)).isFalse();
        assertThat(both.meeting(context, dev)).isNotEmpty();
        assertThat(When.of(prod).and(When.never()).isNever()).isTrue();
        assertThat(When.of(prod).and(When.always()).covers(context, prod)).isTrue();
    }

    @Test
    void tellsWhenItIsNot() {
        Guard gap = When.of(prod).or(When.of(dev)).gap(context, null);

        assertThat(context.scenarios().when(gap)).isEqualTo(" when Stage is 'test'");
    }
}
