package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Base64;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written is read back exactly, by parsers that have nothing in common with the writers. */
class WriterPropertyTest {

    @Property(tries = 3000)
    void everyStringSurvives(@ForAll("texts") String text) {
        assertSurvives(Literal.of(text));
    }

    @Property(tries = 1000)
    void everyNameSurvives(@ForAll("names") String name) {
        assertSurvives(MapValue.ofAny(PropertyBag.of(name, MapValue.ofAny(PropertyBag.of(name, Value.of(1))))));
    }

    @Property(tries = 1000)
    void everyStringSurvivesWithinBracketsAndBehindATag(@ForAll("texts") String text) {
        assertSurvives(Value.list(Value.strings(text, "a", text)));
        assertSurvives(Base64.of(Literal.of(text)));
        assertSurvives(Join.of(text, Value.of("a"), Value.of(text)));
        assertSurvives(GetAtt.of(LogicalId.of("A"), text));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void everyTreeSurvives(@ForAll("trees") Value<?> tree) {
        assertSurvives(tree);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void allFormatsOfATemplateAreTheSameData(
            @ForAll("trees") Value<?> one, @ForAll("trees") Value<?> two, @ForAll("names") String text) {
        Template template = Template.builder()
                .description(text)
                .putHeadings(LogicalId.of("B"), text)
                .putMetadata("M", one)
                .addResources(
                        GenericResource.builder("A", "T").property("P", one).build(),
                        GenericResource.builder("B", "T")
                                .property("P", two)
                                .options(options -> options.putMetadata(text, two))
                                .build())
                .build();
        Object yaml = Parsers.yaml(TemplateWriter.yaml().write(template));
        assertThat(yaml).isEqualTo(Parsers.json(TemplateWriter.json().write(template)));
        assertThat(yaml).isEqualTo(Parsers.json(TemplateWriter.minifiedJson().write(template)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void writingTwiceGivesTheSameBytes(@ForAll("trees") Value<?> tree) {
        for (TemplateFormat format : TemplateFormat.values()) {
            String first = TemplateWriter.of(format).write(Templates.with(tree));
            assertThat(TemplateWriter.of(format).write(Templates.with(tree))).isEqualTo(first);
            assertThat(new String(first.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(first);
        }
    }

    private static void assertSurvives(Value<?> value) {
        Template template = Templates.with(value);
        Object meant = PlainTree.of(value);
        assertThat(Templates.property(Parsers.yaml(TemplateWriter.yaml().write(template))))
                .isEqualTo(meant);
        assertThat(Templates.property(Parsers.json(TemplateWriter.json().write(template))))
                .isEqualTo(meant);
        assertThat(Templates.property(Parsers.json(TemplateWriter.minifiedJson().write(template))))
                .isEqualTo(meant);
    }

    /** The parsers must see the traps, or the properties above prove nothing. */
    @Example
    void theOracleSeesMissingQuotes() {
        assertThat(Parsers.yaml("a: '0123'")).isEqualTo(Map.of("a", "0123"));
        assertThat(Parsers.yaml("a: !Ref 12")).isEqualTo(Map.of("a", Map.of("Ref", "12")));
        assertThat(Parsers.yaml("a: yes")).isEqualTo(Map.of("a", true));
        assertThat(Parsers.yaml("a: 0123")).isNotEqualTo(Map.of("a", "0123"));
        assertThat(Parsers.yaml("a: 2012-10-17")).isNotEqualTo(Map.of("a", "2012-10-17"));
    }

    @Provide
    Arbitrary<String> texts() {
        return ValueArbitraries.texts();
    }

    @Provide
    Arbitrary<String> names() {
        return ValueArbitraries.names();
    }

    @Provide
    Arbitrary<Value<?>> trees() {
        return ValueArbitraries.trees();
    }
}
