package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How strings, numbers and booleans stand in YAML. */
class YamlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "us-east-1",
                "10.0.0.0/16",
                "AWS::EC2::VPC",
                "arn:aws:s3:::bucket/*",
                "s3:GetObject*",
                "rate(5 minutes)",
                "stack's name",
                "a \"word\"",
                "/aws/lambda/x",
                "30 days",
                "Yes, of course",
                "nothing",
                "offset",
                "http://a/b?c=d&e#f",
                "a#b",
                "a - b",
                "back\\slash",
                "x=y",
                "50%",
                "trueish",
                "2nd",
                "t3.micro",
                "^a+$",
                "Hello!",
                "a|b",
                "a > b"
            })
    void isPlainWhereEveryReaderSeesText(String text) {
        assertThat(Templates.yamlOf(Literal.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "true",
                "True",
                "FALSE",
                "yes",
                "No",
                "on",
                "OFF",
                "y",
                "N",
                "null",
                "NULL",
                "~",
                "=",
                "<<",
                "-",
                "--",
                "---",
                "...",
                "-a",
                "- a",
                "? a",
                "?",
                ": a",
                "a: b",
                "a:",
                ":a",
                "a #b",
                "# a",
                "#",
                "&a",
                "*",
                "*a",
                "!a",
                "!Ref a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "{a}",
                "[a]",
                "a]",
                "{{resolve:ssm:a}}",
                "${A}",
                "\"a\"",
                ",a",
                "0",
                "12",
                "012",
                "0o14",
                "0x1F",
                "0b101",
                "1e3",
                "1E+3",
                "1.5",
                ".5",
                "+1",
                "-1",
                "1_000",
                "1,000",
                "12:30:45",
                "190:20:30.15",
                "2012-10-17",
                "123456789012",
                "2001-12-14t21:59:43.10-05:00",
                "2001-12-14 21:59:43.10 -5",
                ".inf",
                "-.INF",
                ".NaN",
                "_1",
                "1.",
                "10.0.0.1",
                "ä",
                "\uD83D\uDE00"
            })
    void isInSingleQuotesWhereSomeReaderSeesMore(String text) {
        assertThat(Templates.yamlOf(Literal.of(text))).isEqualTo("'" + text + "'");
    }

    @Test
    void anApostropheIsDoubled() {
        assertThat(Templates.yamlOf(Literal.of("'a': it's"))).isEqualTo("'''a'': it''s'");
    }

    @ParameterizedTest
    @CsvSource({
        "'\t', \"\\t\"",
        "'a\tb', \"a\\tb\"",
        "'\r', \"\\r\"",
        "'\0', \"\\u0000\"",
        "\u0085, \"\\u0085\"",
        "\u2028, \"\\u2028\"",
        "\uFEFF, \"\\ufeff\"",
        "\u007F, \"\\u007f\"",
        "\uFFFF, \"\\uffff\"",
        "'a\t\"\\', \"a\\t\\\"\\\\\""
    })
    void isInDoubleQuotesIfItHoldsControlCharacters(String text, String expected) {
        assertThat(Templates.yamlOf(Literal.of(text))).isEqualTo(expected);
    }

    @Test
    void halfACharacterIsEscapedSinceUtf8HasNone() {
        assertThat(Templates.yamlOf(Literal.of("a\uD83D"))).isEqualTo("\"a\\ud83d\"");
        assertThat(Templates.yamlOf(Literal.of("\uDE00\uD83D\uDE00"))).isEqualTo("\"\\ude00\uD83D\uDE00\"");
    }

    @Test
    void someCharactersNeedQuotesWithinBracketsOnly() {
        assertThat(Templates.yamlOf(Value.list(Value.strings("a:b", "a,b", "a?b", "a/b"))))
                .isEqualTo("- ['a:b', 'a,b', 'a?b', a/b]");
        assertThat(Templates.yamlOf(Value.strings("a:b", "a,b", "a?b"))).isEqualTo("- a:b\n  - a,b\n  - a?b");
    }

    @Test
    void numbersAndBooleansArePlain() {
        assertThat(Templates.yamlOf(Value.of(-12))).isEqualTo("-12");
        assertThat(Templates.yamlOf(Value.of(9_007_199_254_740_993L))).isEqualTo("9007199254740993");
        assertThat(Templates.yamlOf(Value.of(0.5))).isEqualTo("0.5");
        assertThat(Templates.yamlOf(Value.of(true))).isEqualTo("true");
    }

    @Test
    void numbersKeepTheirDigitsAndStayNumbersInYaml11() {
        assertThat(Templates.yamlOf(Literal.of(new BigDecimal("1.50")))).isEqualTo("1.50");
        assertThat(Templates.yamlOf(Literal.of(new BigDecimal("1E+3")))).isEqualTo("1.E+3");
        assertThat(Templates.yamlOf(Literal.of(new BigDecimal("-1.25E-30")))).isEqualTo("-1.25E-30");
    }

    @ParameterizedTest
    @CsvSource({
        "true, 'true'",
        "0123, '0123'",
        "a b, a b",
        "AWS::Region, AWS::Region",
        "'a: b', 'a: b'",
        "'', ''",
        "<<, '<<'"
    })
    void keysFollowTheSameRules(String key, String plainOrQuoted) {
        String text = Templates.yamlOf(MapValue.ofAny(PropertyBag.of(key, Value.of(1))));
        assertThat(text).isIn(plainOrQuoted + ": 1", "'" + plainOrQuoted + "': 1");
        assertThat(Templates.property(Parsers.yaml(
                        TemplateWriter.yaml().write(Templates.with(MapValue.ofAny(PropertyBag.of(key, Value.of(1))))))))
                .isEqualTo(Map.of(key, BigDecimal.ONE));
    }

    @Test
    void keysOfMoreThanAThousandCharactersGetAQuestionMark() {
        String key = "k".repeat(1500);
        PropertyBag members = PropertyBag.of(key, Value.strings("a"));
        Value<?> value = Value.list(MapValue.ofAny(members), MapValue.ofAny(members));
        assertThat(Templates.yamlOf(value))
                .startsWith("- ? kkk")
                .contains("k\n    :\n      - a\n  - ? kkk")
                .endsWith("k\n    :\n      - a");
        assertThat(Templates.property(Parsers.yaml(TemplateWriter.yaml().write(Templates.with(value)))))
                .isEqualTo(PlainTree.of(value));
    }
}
