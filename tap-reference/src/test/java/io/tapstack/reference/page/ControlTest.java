package io.tapstack.reference.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapstack.model.validation.Finding;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each claim about a control names rules and requirements that exist, and the rules have nothing to say against it. */
class ControlTest {

    static List<Control> controls() {
        return Control.all();
    }

    static List<ReferencePipeline> pipelines() {
        return ReferencePipelines.all();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void names_rules_and_requirements_that_there_are(Control control) throws IOException {
        List<String> page = Files.readAllLines(Path.of("../docs/requirements.md"));

        assertThat(ControlTable.rules().keySet()).containsAll(control.rules());
        assertThat(control.controls()).isNotEmpty();
        control.requirements().forEach((pipeline, numbers) -> {
            List<String> known = numbers(page, pipeline);
            assertThat(known).as(pipeline).containsAll(numbers);
        });
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void the_rules_that_a_page_names_find_nothing(ReferencePipeline pipeline) {
        List<String> named = Control.all().stream()
                .filter(control -> control.requirements().containsKey(pipeline.name()))
                .flatMap(control -> control.rules().stream())
                .toList();

        assertThat(ControlTable.validator().validate(pipeline.template()).findings())
                .extracting(Finding::ruleId)
                .doesNotContainAnyElementsOf(named);
    }

    @Test
    void a_line_of_no_known_form_is_refused() {
        assertThat(Control.parse("= A\nrules X, Y\ndata 1, Option 2\nfinancial\nLaw: 1(a), 2\n"))
                .containsExactly(new Control(
                        "A",
                        List.of("X", "Y"),
                        Map.of("data", List.of("1", "Option 2"), "financial", List.of()),
                        Map.of("Law", "1(a), 2")));
        assertThatThrownBy(() -> Control.parse("= A\nrule X\n")).hasMessageContaining("rule X");
    }

    /** The first cells of the rows under the heading of a pipeline. */
    private static List<String> numbers(List<String> page, String pipeline) {
        int start = page.stream()
                .filter(line -> line.startsWith("## ") && line.endsWith("`" + pipeline + "`"))
                .map(page::indexOf)
                .findFirst()
                .orElseThrow();
        return page.subList(start + 1, page.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|", -1)[1].strip())
                .toList();
    }
}
