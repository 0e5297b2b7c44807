package io.tapstack.model.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceFactsParserTest {

    private static final String FULL = """
            resource AWS::X::Y open stateful retired lifecycle=shutdown tags=MyTags:own ref=Arn,Id arn=arn:a%20b transform=T origin=schema
            attribute Endpoint.Address string
            attribute Outputs.* json
            property A string required replace write-only deprecated enum=a%2Cb,c enum-ignore-case enum-regional max-length=9 min-length=1 pattern=^[a%20b]+$ format=f,g relates=AWS::K::Key.Arn,AWS::K::Key.Key.Id
            property B list(integer) maybe-replace unique min-items=1 max-items=5 item-enum=1,2 item-min=-1.5 item-max=9
            property C map(string) key-pattern=^k item-pattern=^v item-min-length=2 item-max-length=3
            constraint required-xor=A+B,C
            constraint dependent-excluded=A:B,C
            type T open
            property Self type:T min=0 max=10
            constraint required-or=Self,Other
            type U
            """;

    private final ResourceFacts facts = ResourceFactsParser.parse("test.facts", FULL);

    @Test
    void theFirstLineDescribesTheResource() {
        assertThat(facts.typeName()).isEqualTo("AWS::X::Y").isEqualTo(facts.name());
        assertThat(facts.open()).isTrue();
        assertThat(facts.stateful()).isTrue();
        assertThat(facts.retired()).isTrue();
        assertThat(facts.lifecycle()).isEqualTo(Lifecycle.SHUTDOWN);
        assertThat(facts.tags()).hasToString("Optional[MyTags:own]");
        assertThat(facts.refReturns()).containsExactly("Arn", "Id");
        assertThat(facts.arnPattern()).contains("arn:a b");
        assertThat(facts.transform()).contains("T");
        assertThat(facts.origin()).isEqualTo(Origin.SCHEMA);
    }

    @Test
    void attributesAreFoundByExactNameThenByWildcard() {
        assertThat(facts.attribute("Endpoint.Address")).hasToString("Optional[Endpoint.Address string]");
        assertThat(facts.attribute("Outputs.Any")).hasToString("Optional[Outputs.* json]");
        assertThat(facts.attribute("Endpoint")).isEmpty();
        assertThat(facts.attribute("Any")).isEmpty();
    }

    @Test
    void aPropertyHasItsFlagsAndLimits() {
        PropertyFacts a = facts.property("A").orElseThrow();

        assertThat(a.required()).isTrue();
        assertThat(a.replacement()).isEqualTo(Replacement.ALWAYS);
        assertThat(a.writeOnly()).isTrue();
        assertThat(a.deprecated()).isTrue();
        assertThat(a.unique()).isFalse();
        assertThat(a.enumValues()).containsExactly("a,b", "c");
        assertThat(a.limits().enumIgnoresCase()).isTrue();
        assertThat(a.limits().enumRegional()).isTrue();
        assertThat(a.limits().minLength()).hasValue(1);
        assertThat(a.limits().maxLength()).hasValue(9);
        assertThat(a.limits().minItems()).isEmpty();
        assertThat(a.limits().patternText()).isEqualTo("^[a b]+$");
        assertThat(a.limits().formats()).containsExactly("f", "g");
        assertThat(a.relates()).extracting(RelationFacts::typeName).containsExactly("AWS::K::Key", "AWS::K::Key");
        assertThat(a.relates()).extracting(RelationFacts::attribute).containsExactly("Arn", "Key.Id");
        assertThat(a.itemLimits().isEmpty()).isTrue();
    }

    @Test
    void aPatternIsCompiledOnce() {
        PropertyFacts a = facts.property("A").orElseThrow();

        assertThat(a.pattern()).isSameAs(a.pattern());
    }

    @Test
    void elementsHaveLimitsOfTheirOwn() {
        PropertyFacts b = facts.property("B").orElseThrow();
        PropertyFacts c = facts.property("C").orElseThrow();

        assertThat(b.replacement()).isEqualTo(Replacement.MAYBE);
        assertThat(b.unique()).isTrue();
        assertThat(b.limits().minItems()).hasValue(1);
        assertThat(b.limits().maxItems()).hasValue(5);
        assertThat(b.itemLimits().enumValues()).containsExactly("1", "2");
        assertThat(b.itemLimits().min()).isEqualTo(new BigDecimal("-1.5"));
        assertThat(b.itemLimits().max()).isEqualTo(new BigDecimal("9"));
        assertThat(c.limits().keyPatternText()).isEqualTo("^k");
        assertThat(c.itemLimits().patternText()).isEqualTo("^v");
        assertThat(c.itemLimits().minLength()).hasValue(2);
        assertThat(c.itemLimits().maxLength()).hasValue(3);
    }

    @Test
    void linesBelongToTheTypeBeforeThem() {
        TypeFacts type = facts.type("T").orElseThrow();

        assertThat(facts.properties()).extracting(PropertyFacts::name).containsExactly("A", "B", "C");
        assertThat(facts.requiredProperties()).extracting(PropertyFacts::name).containsExactly("A");
        assertThat(type.open()).isTrue();
        assertThat(type.properties()).extracting(PropertyFacts::name).containsExactly("Self");
        assertThat(type.constraints()).hasSize(1);
        assertThat(facts.types()).extracting(TypeFacts::name).containsExactly("T", "U");
        assertThat(facts.type("U").orElseThrow().open()).isFalse();
    }

    @Test
    void rulesNameTheirGroups() {
        ConstraintFacts xor = facts.constraints().get(0);
        ConstraintFacts excluded = facts.constraints().get(1);

        assertThat(xor.kind()).isEqualTo(ConstraintFacts.Kind.REQUIRED_XOR);
        assertThat(xor.subject()).isNull();
        assertThat(xor.alternatives()).hasToString("[[A, B], [C]]");
        assertThat(excluded.kind()).isEqualTo(ConstraintFacts.Kind.DEPENDENT_EXCLUDED);
        assertThat(excluded.subject()).isEqualTo("A");
        assertThat(excluded.alternatives()).hasToString("[[B], [C]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "property A string|expected the resource line",
                "thing A|unknown kind 'thing'",
                "property A|expected a type, found the end of the line",
                "property A text|'text' is not a type",
                "property A string new|unknown flag 'new'",
                "property A string min=x|",
                "property A string enum=%2|'%' without two hexadecimal digits",
                "property A string item-new=1|unknown flag 'item-new=1'",
                "property A string relates=AWS::X::Y|has no attribute",
                "property A  string|found a second space",
                "attribute A string more|unexpected 'more'",
                "constraint required=A|unknown constraint",
                "constraint required-or=A:B|malformed constraint",
                "constraint dependent-required=A,B|malformed constraint",
                "type T closed|unknown flag of a type",
                "resource AWS::X::Z|a second resource line",
            })
    void aMalformedLineIsNamed(String line, String problem) {
        boolean first = problem != null && problem.startsWith("expected the resource");
        String text = first ? line : "resource AWS::X::Y\n" + line + "\n";

        assertThatThrownBy(() -> ResourceFactsParser.parse("cloudformation/aws/x/Y.facts", text))
                .isInstanceOf(FactsFormatException.class)
                .hasMessageStartingWith("cloudformation/aws/x/Y.facts:" + (first ? 1 : 2) + ": ")
                .hasMessageContaining(problem == null ? "" : problem);
    }

    @Test
    void anEmptyLineAndAnEmptyFileAreMalformed() {
        assertThatThrownBy(() -> ResourceFactsParser.parse("f", "resource AWS::X::Y\n\ntype T\n"))
                .isInstanceOf(FactsFormatException.class)
                .hasMessage("f:2: empty line");
        assertThatThrownBy(() -> ResourceFactsParser.parse("f", ""))
                .isInstanceOf(FactsFormatException.class)
                .hasMessage("f: no resource line");
    }
}
