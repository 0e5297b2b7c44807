package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;

/** Whatever is thrown at the reader, it throws nothing. {@code -Dfuzz.tries=100000} tries harder. */
class ReaderFuzzTest {

    private static final int TRIES = Integer.getInteger("fuzz.tries", 5_000);

    @Example
    void damagedTemplatesAreReadOrRefused() {
        damaged().sampleStream().limit(TRIES).forEach(ReaderFuzzTarget::check);
    }

    @Example
    void theTargetSeesWhatIsWrong() {
        byte[] bytes = "Resources: {A: {Type: T}}".getBytes(StandardCharsets.UTF_8);
        ReaderFuzzTarget.check(bytes);
        assertThatThrownBy(() -> ReaderFuzzTarget.check(bytes, content -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("thrown on");
        assertThatThrownBy(() -> ReaderFuzzTarget.check(bytes, ReaderFuzzTest::silent))
                .hasMessageStartingWith("unreadable without exactly one finding");
        assertThatThrownBy(() -> ReaderFuzzTarget.check(bytes, ReaderFuzzTest::notWritten))
                .hasMessageContaining("loses something");
    }

    private static ReadTemplate silent(byte[] content) {
        return new ReadTemplate("fuzz", TemplateFormat.YAML, null, new SourceMap(), List.of());
    }

    /** A section is no object, so what else stands in it can't be written. */
    private static ReadTemplate notWritten(byte[] content) {
        Template template = Templates.with(Literal.of("x")).toBuilder()
                .putOthers("Resources", Literal.of("lost"))
                .build();
        return new ReadTemplate("fuzz", TemplateFormat.YAML, template, new SourceMap(), List.of());
    }

    private static Arbitrary<byte[]> damaged() {
        List<byte[]> seeds = new ArrayList<>();
        for (TemplateWriter writer : Readers.WRITERS) {
            seeds.add(writer.write(EverythingTemplate.template()).getBytes(StandardCharsets.UTF_8));
        }
        seeds.add(Texts.FLOW_AND_ANCHORS.getBytes(StandardCharsets.UTF_8));
        DamagedBytes bytes = new DamagedBytes(seeds);
        return Arbitraries.randomValue((Random random) -> bytes.next(random));
    }

    private static final class Texts {

        static final String FLOW_AND_ANCHORS = """
                %YAML 1.1
                ---
                # anchors, merge keys, tags, flow, blocks
                Parameters: &params
                  "A": {Type: String, Default: 0012, NoEcho: yes}
                  B: {'Type': Number, Default: 1_000.5e3}
                Resources:
                  One: &one
                    Type: AWS::S3::Bucket
                    DependsOn: [Two, Three]
                    Properties: {BucketName: !Sub "${A}-x", Tags: [{Key: a, Value: !If [C, *params, !Ref AWS::NoValue]}]}
                  Two:
                    <<: *one
                    DeletionPolicy: Retain
                  ? Three
                  : <<: [*one, {Metadata: {a: 2012-10-17}}]
                    Type: !!str Custom::Thing
                    Properties:
                      Text: |+
                        line one

                          line two

                      Folded: >-
                        some
                        text
                      Plain: several
                        lines
                      Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://x}}
                """;
    }
}
