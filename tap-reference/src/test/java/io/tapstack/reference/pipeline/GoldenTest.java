package io.tapstack.reference.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.TemplateLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rendered pipelines, reviewed like code: {@code mvn -pl tap-reference -am test -Dgolden.update=true} writes them anew.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Iterable<ReferencePipeline> pipelines() {
        return ReferencePipelines.all();
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void rendersAsReviewed(ReferencePipeline pipeline) throws IOException {
        String text = written(pipeline);
        Path golden = GOLDEN.resolve(pipeline.name() + "." + pipeline.format().extension());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void isSmallEnoughToBeDeployedThroughABucket(ReferencePipeline pipeline) {
        assertThat(written(pipeline).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo((int) TemplateLimits.BUCKET_BYTES);
    }

    @Test
    void theTransactionPipelineWithoutEnhancementsIsSmallEnoughToBeSentWithTheRequest() {
        Template lean = new TransactionPipeline().template(Map.of("optional", "none"));

        assertThat(TemplateWriter.yaml().write(lean).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo((int) TemplateLimits.DIRECT_BYTES);
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void rendersTheSameBytesEveryTime(ReferencePipeline pipeline) {
        assertThat(written(pipeline)).isEqualTo(written(pipeline));
    }

    private static String written(ReferencePipeline pipeline) {
        return TemplateWriter.of(pipeline.format()).write(pipeline.template());
    }
}
