package io.tapstack.model.validation;

import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.template.Template;
import java.nio.charset.StandardCharsets;

/** Reads the templates of rule tests. What is wrong with them beside the rule's own matter is kept as it is written. */
public final class FixtureReader {

    private FixtureReader() {}

    /** The template that a text holds. */
    public static Template read(String file, String yaml) {
        return TemplateReader.standard()
                .read(file, yaml.getBytes(StandardCharsets.UTF_8))
                .template()
                .orElseThrow(() -> new IllegalArgumentException("yaml: no template can be read from " + file));
    }
}
