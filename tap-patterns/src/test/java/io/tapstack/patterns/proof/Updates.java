package io.tapstack.patterns.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.template.Template;
import java.nio.charset.StandardCharsets;

/** Updates between templates as text. */
final class Updates {

    /** A parameter to make conditions of. */
    static final String STAGE = """
            Parameters:
              Stage: {Type: String, AllowedValues: [dev, test, prod]}
            """;

    private Updates() {}

    static ResourceUpdate only(String before, String after) {
        StackUpdate update = update(before, after);
        assertThat(update.resources()).hasSize(1);
        return update.resources().get(0);
    }

    static StackUpdate update(String before, String after) {
        return StackUpdate.between(template(before), template(after));
    }

    static Template template(String text) {
        return TemplateReader.standard()
                .read("t.yml", text.getBytes(StandardCharsets.UTF_8))
                .template()
                .orElseThrow(() -> new AssertionError(text));
    }
}
