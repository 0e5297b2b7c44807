package io.tapstack.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.validation.structure.StructuralRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a page in {@code docs/rules} and templates that pass and fail, and every page and template has a rule. */
class RuleCatalogueTest {

    private static final Path PAGES = Path.of("../docs/rules");

    static List<String> ruleIds() {
        List<String> ids = new ArrayList<>(TemplateValidator.BUILT_IN_RULES);
        StructuralRules.all().forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    @ParameterizedTest
    @MethodSource("ruleIds")
    void hasAPageThatSaysWhatWhyAndWhatToDo(String id) throws IOException {
        String page = Files.readString(PAGES.resolve(id + ".md"));

        assertThat(page).startsWith("# " + id + "\n");
        assertThat(page).contains("\n## Why\n", "\n## Example\n", "\n## Remedy\n");
    }

    @ParameterizedTest
    @MethodSource("ruleIds")
    void hasTemplatesThatPassAndFail(String id) throws IOException {
        assertThat(templates(id, "pass")).isNotEmpty();
        assertThat(templates(id, "fail")).isNotEmpty();
    }

    @Test
    void everyFolderOfTemplatesBelongsToARule() throws IOException {
        try (Stream<Path> folders = Files.list(RuleFixturesTest.RULES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).hasSameElementsAs(ruleIds());
        }
    }

    private static List<Path> templates(String id, String kind) throws IOException {
        try (Stream<Path> files = Files.list(RuleFixturesTest.RULES.resolve(id).resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".yml")).toList();
        }
    }
}
