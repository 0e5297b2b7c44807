package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read again as what it was. */
class RoundTripPropertyTest {

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void anyTemplateComesBack(@ForAll("templates") Template template) {
        for (TemplateWriter writer : Readers.WRITERS) {
            assertThat(Readers.readBack(template, writer)).as("%s", writer).isEqualTo(template);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anyValueComesBack(@ForAll("trees") Value<?> value) {
        Template template = Templates.with(value);
        for (TemplateWriter writer : Readers.WRITERS) {
            assertThat(Readers.readBack(template, writer)).as("%s", writer).isEqualTo(template);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyTextComesBack(@ForAll("texts") String text) {
        anyValueComesBack(Literal.of(text));
    }

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void everyPathLeadsToItsLine(@ForAll("templates") Template template) {
        String text = TemplateWriter.json().write(template);
        List<String> lines = text.lines().toList();
        ReadTemplate read = Readers.read("t.json", text);
        PointerWalk.pointers(Parsers.json(text)).forEach((pointer, step) -> {
            int line = read.locate(pointer).orElseThrow().line();
            assertThat(lines.get(line - 1)).as("%s", pointer).contains(step);
        });
    }

    @Example
    void everythingComesBack() {
        for (TemplateWriter writer : Readers.WRITERS) {
            assertThat(Readers.readBack(EverythingTemplate.template(), writer))
                    .as("%s", writer)
                    .isEqualTo(EverythingTemplate.template());
        }
    }

    /** The comparison must see what is lost, or the properties above prove nothing. */
    @Example
    void aDifferenceIsSeen() {
        String text = TemplateWriter.yaml().write(EverythingTemplate.template());
        for (String lost : new String[] {"DeletionPolicy: Retain", "Suffix of all names", "- kms:Create*", "Retain"}) {
            assertThat(text).contains(lost);
            Template changed = Readers.read("t.yml", text.replace(lost, lost + "x"))
                    .template()
                    .orElseThrow();
            assertThat(changed).as("%s", lost).isNotEqualTo(EverythingTemplate.template());
        }
    }

    @Example
    void bytesInUtf16AreReadToo() {
        String text = TemplateWriter.yaml().write(EverythingTemplate.template());
        byte[] utf16 = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        assertThat(TemplateReader.standard().read("t.yml", utf16).template()).contains(EverythingTemplate.template());
    }

    @Provide
    Arbitrary<Template> templates() {
        return TemplateArbitraries.templates();
    }

    @Provide
    Arbitrary<Value<?>> trees() {
        return ValueArbitraries.trees();
    }

    @Provide
    Arbitrary<String> texts() {
        return ValueArbitraries.texts();
    }
}
