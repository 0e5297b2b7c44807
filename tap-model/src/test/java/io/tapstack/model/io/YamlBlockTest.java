package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of several lines. */
class YamlBlockTest {

    @Test
    void linesStandAsTheyAre() {
        assertThat(Templates.yamlOf(Literal.of("a: 'b'\n\n  c #d\n"))).isEqualTo("|\n  a: 'b'\n\n    c #d");
    }

    @Test
    void theEndIsStripped() {
        assertThat(Templates.yamlOf(Literal.of("a\nb"))).isEqualTo("|-\n  a\n  b");
    }

    @Test
    void theEndIsKept() {
        assertThat(TemplateWriter.yaml().write(Templates.with(Literal.of("a\nb\n\n\n"))))
                .endsWith("P: |+\n        a\n        b\n\n\n");
    }

    @Test
    void leadingSpacesNeedAnIndicator() {
        assertThat(Templates.yamlOf(Literal.of("  a\nb\n"))).isEqualTo("|2\n    a\n  b");
        assertThat(Templates.yamlOf(Literal.of("\n  a\nb"))).isEqualTo("|2-\n\n    a\n  b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\n\n",
                " \n",
                "\n \t",
                "a\r\nb\r\n",
                "a\u0000\nb",
                "a\u2028b\nc",
                "a\u0085\n",
                "\uFEFFa\nb"
            })
    void whatABlockCannotHoldIsInDoubleQuotes(String text) {
        assertThat(Templates.yamlOf(Literal.of(text))).startsWith("\"").doesNotContain("\n");
        assertReadBack(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n",
                "a\nb",
                "a \nb\t\n",
                "\ta\nb\n",
                "\n\ta\n",
                " \n a\n",
                "a\n \n",
                "a\n  ",
                "a\n\t",
                "\n\na\n",
                "a\n\n",
                "a\n \n\n",
                "---\na\n",
                "...\n",
                "# a\n#b\n",
                "- a\n- b\n",
                "a: b\n",
                "a\n    b\n  c\n\n\nd",
                "ä\n\uD83D\uDE00\n",
                "a\n---\n...\nb\n",
                "  \n   \na\n",
                "%YAML\n"
            })
    void everyBlockIsReadBackExactly(String text) {
        assertReadBack(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n", "a\n\n", "a\nb", "a\n \n\n"})
    void whatFollowsABlockIsNotPartOfIt(String text) {
        Template template = Template.builder()
                .description(text)
                .putHeadings(LogicalId.of("B"), "B")
                .addResources(
                        GenericResource.builder("A", "T")
                                .property("P", Literal.of(text))
                                .build(),
                        GenericResource.builder("B", "T")
                                .property("P", Literal.of(text))
                                .build(),
                        GenericResource.builder("C", "T")
                                .property("P", Literal.of(text))
                                .build())
                .build();
        Map<?, ?> resource = Map.of("Type", "T", "Properties", Map.of("P", text));
        assertThat(Parsers.yaml(TemplateWriter.yaml().write(template)))
                .isEqualTo(Map.of(
                        "AWSTemplateFormatVersion",
                        "2010-09-09",
                        "Description",
                        text,
                        "Resources",
                        Map.of("A", resource, "B", resource, "C", resource)));
    }

    private static void assertReadBack(String text) {
        var parsed = Parsers.yaml(TemplateWriter.yaml().write(Templates.with(Literal.of(text))));
        assertThat(Templates.property(parsed)).isEqualTo(text);
    }
}
