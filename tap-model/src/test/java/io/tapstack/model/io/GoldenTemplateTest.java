package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The template that uses everything, compared with files that people have read. */
class GoldenTemplateTest {

    private static final Template TEMPLATE = EverythingTemplate.template();

    @Test
    void yamlIsAsReviewed() throws IOException {
        assertThat(TemplateWriter.yaml().write(TEMPLATE)).isEqualTo(golden("everything.yml"));
    }

    @Test
    void jsonIsAsReviewed() throws IOException {
        assertThat(TemplateWriter.json().write(TEMPLATE)).isEqualTo(golden("everything.json"));
    }

    @Test
    void allFormatsAreTheSameData() {
        Object json = Parsers.json(TemplateWriter.json().write(TEMPLATE));
        assertThat(Parsers.json(TemplateWriter.minifiedJson().write(TEMPLATE))).isEqualTo(json);
        assertThat(Parsers.yaml(TemplateWriter.yaml().write(TEMPLATE))).isEqualTo(json);
    }

    @Test
    void minifiedJsonIsJsonWithoutSpaces() throws IOException {
        String minified = TemplateWriter.minifiedJson().write(TEMPLATE);
        assertThat(minified)
                .doesNotContain("\n")
                .hasSizeLessThan(golden("everything.json").length() / 2);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = GoldenTemplateTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
