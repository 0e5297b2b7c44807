package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateLimits;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynthesizerTest {

    private static final Template SOUND = described("sound");

    private static final Template BROKEN = SOUND.toBuilder()
            .addOutputs(
                    Output.builder("First", Ref.to(LogicalId.of("Nothing"))).build(),
                    Output.builder("Second", Ref.to(LogicalId.of("Nowhere"))).build())
            .build();

    @ParameterizedTest
    @EnumSource
    void aSoundTemplateIsWritten(TemplateFormat format) {
        Synthesis synthesis = Synthesizer.standard().synthesize(SOUND, format);
        assertThat(synthesis.hasErrors()).isFalse();
        assertThat(synthesis.findings()).isEmpty();
        assertThat(synthesis.text()).isEqualTo(TemplateWriter.of(format).write(SOUND));
        assertThat(synthesis.bytes()).isEqualTo(TemplateWriter.of(format).toBytes(SOUND));
    }

    @Test
    void theBytesAreTheCallersOwn() {
        Synthesis synthesis = Synthesizer.standard().synthesize(SOUND, TemplateFormat.YAML);
        synthesis.bytes()[0] = '!';
        assertThat(synthesis.bytes()[0]).isNotEqualTo((byte) '!');
    }

    @Test
    void aBrokenTemplateHasAllItsFindingsAndNoText() {
        Synthesis synthesis = Synthesizer.standard().synthesize(BROKEN, TemplateFormat.YAML);
        assertThat(synthesis.hasErrors()).isTrue();
        assertThat(synthesis.findings()).extracting(Finding::ruleId).containsExactly("DanglingRef", "DanglingRef");
        assertThatExceptionOfType(InvalidTemplateException.class)
                .isThrownBy(synthesis::text)
                .withMessageStartingWith("template: 2 errors\n  ERROR DanglingRef ")
                .withMessageContaining("Nothing")
                .withMessageContaining("Nowhere")
                .satisfies(e -> assertThat(e.findings()).isEqualTo(synthesis.findings()));
        assertThatExceptionOfType(InvalidTemplateException.class).isThrownBy(synthesis::bytes);
    }

    @Test
    void oneErrorIsOne() {
        Template template = SOUND.toBuilder()
                .addOutputs(
                        Output.builder("First", Ref.to(LogicalId.of("Nothing"))).build())
                .build();
        assertThatExceptionOfType(InvalidTemplateException.class)
                .isThrownBy(Synthesizer.standard().synthesize(template, TemplateFormat.JSON)::text)
                .withMessageStartingWith("template: 1 error\n");
    }

    @Test
    void rulesCanBeAdded() {
        Synthesizer strict = Synthesizer.standard().with(new Complaint(Severity.ERROR));
        assertThat(strict.synthesize(SOUND, TemplateFormat.YAML).hasErrors()).isTrue();
        assertThat(Synthesizer.standard().synthesize(SOUND, TemplateFormat.YAML).hasErrors())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> strict.with(new Complaint(Severity.INFO)))
                .withMessageContaining("Complaint");
    }

    @ParameterizedTest
    @EnumSource(names = {"WARNING", "INFO"})
    void whatIsNoErrorStopsNothing(Severity severity) {
        Synthesis synthesis =
                Synthesizer.standard().with(new Complaint(severity)).synthesize(SOUND, TemplateFormat.YAML);
        assertThat(synthesis.findings()).extracting(Finding::severity).containsExactly(severity);
        assertThat(synthesis.text()).isNotEmpty();
    }

    @Test
    void theSizeIsCountedInBytesOfWhatIsWritten() {
        int others = bytes(described(""));
        int umlauts = (int) (TemplateLimits.DIRECT_BYTES - others) / 2;
        assertThat(sizeOf(described("ä".repeat(umlauts)))).isNull();
        assertThat(sizeOf(described("ä".repeat(umlauts + 1)))).isEqualTo(Severity.INFO);
    }

    @Test
    void whatIsTooLargeForABucketIsAnError() {
        int others = bytes(described(""));
        int most = (int) TemplateLimits.BUCKET_BYTES - others;
        assertThat(sizeOf(described("x".repeat(most)))).isEqualTo(Severity.INFO);
        Synthesis synthesis = Synthesizer.standard().synthesize(described("x".repeat(most + 1)), TemplateFormat.JSON);
        assertThat(synthesis.hasErrors()).isTrue();
        assertThat(synthesis.findings()).extracting(Finding::ruleId).containsExactly(TemplateLimits.SIZE_RULE);
    }

    private static @Nullable Severity sizeOf(Template template) {
        for (Finding finding :
                Synthesizer.standard().synthesize(template, TemplateFormat.JSON).findings()) {
            if (finding.ruleId().equals(TemplateLimits.SIZE_RULE)) {
                return finding.severity();
            }
        }
        return null;
    }

    private static int bytes(Template template) {
        return TemplateWriter.json().write(template).length();
    }

    /** A template with one resource, which waits for something that is described. */
    private static Template described(String text) {
        return Template.builder()
                .addResources(GenericResource.builder("Handle", "AWS::CloudFormation::WaitConditionHandle")
                        .options(options -> options.putMetadata("About", Value.of(text)))
                        .build())
                .build();
    }

    /** A rule that nothing satisfies. */
    private static final class Complaint implements TemplateRule {

        private final Severity severity;

        Complaint(Severity severity) {
            this.severity = severity;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String title() {
            return "Nothing is good enough";
        }

        @Override
        public void check(TemplateContext context, FindingSink sink) {
            sink.report(context.templateElement().place(), "It is not good enough.", "Do better.");
        }
    }
}
