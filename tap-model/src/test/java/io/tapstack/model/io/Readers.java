package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short ways to read for tests. */
final class Readers {

    static final List<TemplateWriter> WRITERS =
            List.of(TemplateWriter.yaml(), TemplateWriter.json(), TemplateWriter.minifiedJson());

    /** Limits that what was read within the standard ones does not reach once it is written. */
    static final ReaderLimits GENEROUS =
            ReaderLimits.builder().bytes(1 << 28).nodes(1 << 28).depth(1_000).build();

    private Readers() {}

    static ReadTemplate read(String file, String text) {
        return TemplateReader.standard().read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text in which nothing is wrong. */
    static Template clean(String text) {
        ReadTemplate read = read("t", text);
        assertThat(read.findings()).isEmpty();
        return read.template().orElseThrow();
    }

    /** The properties of the only resource, whose properties a text of YAML holds. */
    static PropertyBag properties(String yaml) {
        return clean("Resources:\n  R:\n    Type: T\n    Properties:\n" + yaml.indent(6))
                .resources()
                .get(0)
                .properties();
    }

    /** The value that stands behind {@code P:} in YAML. */
    static Value<?> value(String yaml) {
        return properties("P: " + yaml).get("P").orElseThrow();
    }

    static Template readBack(Template template, TemplateWriter writer) {
        ReadTemplate read = read("t." + writer.format().extension(), writer.write(template));
        assertThat(read.format()).isEqualTo(writer.format());
        assertThat(read.template()).as("%s", read.findings()).isPresent();
        return read.template().orElseThrow();
    }
}
