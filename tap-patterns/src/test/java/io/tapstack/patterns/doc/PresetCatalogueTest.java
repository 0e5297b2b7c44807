package io.tapstack.patterns.doc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every preset has a page, an example and a reviewed template, and all of them are as the code has them.
 *
 * <p>{@code -Dgolden.update=true} writes templates and generated parts of pages anew; read the difference before you commit it.
 */
class PresetCatalogueTest {

    private static final Path CATALOGUE = Path.of("../docs/patterns/README.md");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    static List<Class<?>> presets() {
        return PresetClasses.all();
    }

    @Test
    void findsThePresetsThatThereAre() {
        assertThat(presets())
                .extracting(Class::getSimpleName)
                .contains("EncryptedTable", "PrivateLambda", "StackProtection")
                .hasSizeGreaterThanOrEqualTo(18);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theExampleGivesTheReviewedTemplate(Class<?> preset) throws IOException {
        PresetExample example = PresetExample.of(preset);
        String template = TemplateWriter.yaml().write(example.template());
        if (UPDATE) {
            Files.createDirectories(example.golden().getParent());
            Files.writeString(example.golden(), template);
        }
        assertThat(Files.readString(example.golden())).isEqualTo(template);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theExampleIsSoundAndSecure(Class<?> preset) {
        Template template = PresetExample.of(preset).template();

        assertThat(RulePacks.validator(RulePacks.all()).validate(template).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void thePageIsAsTheCodeHasIt(Class<?> preset) throws IOException {
        PresetPage page = new PresetPage(preset);
        if (UPDATE) {
            Files.writeString(page.file(), page.expected());
        }
        assertThat(page.text()).startsWith("# " + preset.getSimpleName() + "\n").isEqualTo(page.expected());
        String byHand = page.text().split(PresetPage.END, 2)[1];
        assertThat(byHand).as("what is written by hand").hasSizeGreaterThan(400);
    }

    @Test
    void theCatalogueNamesEachPresetAndNothingElse() throws IOException {
        StringBuilder expected = new StringBuilder("# Presets\n\nGenerated from the code.\n\n| | |\n|---|---|\n");
        for (Class<?> preset : presets()) {
            String name = preset.getSimpleName();
            expected.append("| [").append(name).append("](").append(name).append(".md) | ");
            expected.append(new PresetPage(preset).summary()).append(" |\n");
        }
        if (UPDATE) {
            Files.writeString(CATALOGUE, expected.toString());
        }
        assertThat(Files.readString(CATALOGUE)).isEqualTo(expected.toString());
        try (Stream<Path> pages = Files.list(CATALOGUE.getParent())) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(presets().stream()
                            .map(preset -> preset.getSimpleName() + ".md")
                            .toList());
        }
    }
}
