package io.tapstack.reference.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each pipeline has a page, and its generated parts are as the code has them.
 *
 * <p>{@code -Dgolden.update=true} writes them anew; read the difference before you commit it.
 */
class PipelinePageTest {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    static List<ReferencePipeline> pipelines() {
        return ReferencePipelines.all();
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void the_page_is_as_the_code_has_it(ReferencePipeline pipeline) throws IOException {
        PipelinePage page = new PipelinePage(pipeline);
        if (UPDATE) {
            Files.writeString(page.file(), page.expected());
        }
        assertThat(page.text()).isEqualTo(page.expected());
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void the_page_has_all_generated_parts_and_says_the_rest_by_hand(ReferencePipeline pipeline) {
        PipelinePage page = new PipelinePage(pipeline);

        for (String part : page.demanded()) {
            assertThat(page.text()).containsOnlyOnce("<!-- generated: " + part + " -->\n");
        }
        assertThat(PipelinePage.byHand(page.text()))
                .contains("## Architecture", "## Parameters", "## Outputs", "## Deploy", "## Clean up", "## Costs")
                .contains("## Where the requirement contradicts itself", "## What this supports", "## Exceptions")
                .doesNotContainIgnoringCase(" complies with PCI", " is compliant");
    }

    @Test
    void a_part_that_differs_is_seen_and_one_that_nobody_knows_is_refused() {
        PipelinePage page = new PipelinePage(pipelines().get(0));
        String stale =
                page.text().replaceFirst("(?s)generated: size -->.*?<!--", "generated: size -->\n1 resource\n<!--");

        assertThat(stale).isNotEqualTo(page.text());
        assertThat(page.expected(stale)).isEqualTo(page.expected());
        assertThatThrownBy(() -> page.expected("<!-- generated: odd -->\n<!-- /generated: odd -->"))
                .hasMessageContaining("no part is called odd");
    }

    @Test
    void the_catalogue_names_each_pipeline_and_nothing_else() throws IOException {
        Path file = PipelinePage.FOLDER.resolve("README.md");
        if (UPDATE) {
            Files.writeString(file, Catalogue.text(pipelines()));
        }
        assertThat(Files.readString(file)).isEqualTo(Catalogue.text(pipelines()));
        try (Stream<Path> pages = Files.list(PipelinePage.FOLDER)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(pipelines().stream()
                            .map(pipeline -> pipeline.name() + ".md")
                            .toList());
        }
    }
}
