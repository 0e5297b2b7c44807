package io.tapstack.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SubTest {

    private static final Ref<String> SUFFIX = Ref.to(LogicalId.of("Suffix"));

    @Test
    void knowsItsPlaceholders() {
        Sub sub = Sub.of("arn:${AWS::Partition}:x:${Table.StreamArn}/${!Literal}-${Suffix}");

        assertThat(sub.references())
                .extracting(SubPart::name, part -> part.attribute().orElse(""))
                .containsExactly(tuple("AWS::Partition", ""), tuple("Table", "StreamArn"), tuple("Suffix", ""));
        assertThat(sub.parts()).extracting(SubPart::toString).contains("/${Literal}-");
    }

    @Test
    void variablesHideWhatTheTemplateHas() {
        Sub sub = Sub.of("${Suffix}-${Other}", Map.of("Suffix", Value.of("x")));

        assertThat(sub.references()).extracting(SubPart::name).containsExactly("Other");
    }

    @Test
    void concatMakesPlaceholdersOfReferences() {
        Sub sub = Sub.concat(Value.of("a-"), SUFFIX, Value.of("/"), GetAtt.of(LogicalId.of("Table"), "Arn"));

        assertThat(sub.text()).isEqualTo("a-${Suffix}/${Table.Arn}");
        assertThat(sub.variables().isEmpty()).isTrue();
    }

    @Test
    void concatMakesVariablesOfOtherFunctions() {
        Value<String> chosen = If.of(LogicalId.of("IsProd"), Value.of("p"), Value.of("t"));

        Sub sub = Sub.concat(Value.of("a-"), chosen, Sub.of("-${Suffix}"));

        assertThat(sub.text()).isEqualTo("a-${Part1}-${Suffix}");
        assertThat(sub.variables().get("Part1")).contains(chosen);
    }

    @Test
    void anOpenBraceWithoutEndIsText() {
        assertThat(Sub.of("a ${b").parts()).extracting(SubPart::toString).containsExactly("a ${b");
    }

    /** Whatever texts go in as literals come out as these texts, and refer to nothing. */
    @Property
    void concatKeepsLiterals(
            @ForAll @Chars({'$', '{', '}', '!', 'a'}) @StringLength(max = 6) String first,
            @ForAll @Chars({'$', '{', '}', '!', 'a'}) @StringLength(max = 6) String second) {
        Sub sub = Sub.concat(Value.of(first), Value.of(second), SUFFIX, Value.of(first));

        StringBuilder evaluated = new StringBuilder();
        for (SubPart part : sub.parts()) {
            evaluated.append(part.isPlaceholder() ? evaluate(sub, part) : part.text());
        }
        assertThat(evaluated.toString()).isEqualTo(first + second + "<Suffix>" + first);
        assertThat(sub.references()).extracting(SubPart::name).containsExactly("Suffix");
    }

    private static String evaluate(Sub sub, SubPart part) {
        return sub.variables()
                .get(part.text())
                .map(variable -> ((Literal<?>) variable).text())
                .orElse("<" + part.text() + ">");
    }

    @Property
    void equalTextsAreEqual(@ForAll @AlphaChars String name) {
        assertThat(Sub.of("${" + name + "}"))
                .isEqualTo(Sub.of("${" + name + "}"))
                .hasSameHashCodeAs(Sub.of("${" + name + "}"));
        assertThat(List.of(Sub.of("x" + name))).doesNotContain(Sub.of("y" + name));
    }
}
