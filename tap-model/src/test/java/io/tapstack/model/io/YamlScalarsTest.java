package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain scalars as CloudFormation takes them. */
class YamlScalarsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "-7, -7",
        "+7, 7",
        "1_000, 1000",
        "012, 10",
        "000012, 10",
        "000001, 1",
        "-012, -10",
        "012345678901, 12345678901",
        "089, 89",
        "0x1F, 31",
        "-0x1f, -31",
        "0b101, 5",
        "1:30, 90",
        "-1:30:05, -5405",
        "20:30.50, 1230.50",
        "1.50, 1.50",
        "1., 1",
        ".5, 0.5",
        "-.5, -0.5",
        "1e3, 1E+3",
        "1.5E-3, 0.0015",
        "12345678901234567890, 12345678901234567890",
        "1_0.2_5, 10.25"
    })
    void numbers(String text, BigDecimal number) {
        Literal<?> literal = YamlScalars.resolve(text);
        assertThat(literal.isNumber()).isTrue();
        assertThat(literal.text()).isEqualTo(number.toString());
    }

    /** The limit on numbers is for numbers: whatever it stops, resolve would have taken for one or worked hard to refuse. */
    @ParameterizedTest
    @CsvSource({
        "1, true",
        "-1, true",
        ".5, true",
        "1:30, true",
        "0x1F, true",
        "-0b1, true",
        "x, false",
        "deadbeef, false",
        "0ab1, false",
        "a1, false",
        "e1, false",
        "_1, false",
        ":1, false",
        "1 2, false",
        "'', false"
    })
    void onlyWhatMayBeANumberLooksLikeOne(String text, boolean expected) {
        assertThat(YamlScalars.looksLikeNumber(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ab", "0f1e", "c0ffee"})
    void longTextsOfCharactersThatNumbersHaveAreText(String start) {
        String text = start.repeat(2_000);
        Template template = Readers.clean("Description: " + text + "\nResources: {Q: {Type: AWS::SQS::Queue}}\n");

        assertThat(template.description()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"})
    void truths(String text) {
        assertThat(YamlScalars.resolve(text)).isEqualTo(Literal.of(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"})
    void untruths(String text) {
        assertThat(YamlScalars.resolve(text)).isEqualTo(Literal.of(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nothing(String text) {
        assertThat(YamlScalars.resolve(text).isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "N",
                "tRUE",
                "yEs",
                "nUll",
                "nullx",
                "2012-10-17",
                "2001-12-14t21:59:43.10-05:00",
                "1.2.3",
                "10.0.0.0/16",
                "1e",
                "e3",
                "1e3.5",
                "--1",
                "+-1",
                "0x",
                "0xG1",
                "0o17",
                "0b2",
                "0b",
                "1:60",
                "1:",
                ":30",
                "1:2:",
                "01:30",
                "_1",
                "_",
                "-",
                "+",
                ".",
                "..",
                "-.",
                ".e3",
                "1,000",
                "12h",
                "1__a",
                ".inf",
                "-.INF",
                ".nan",
                "=",
                "<<",
                "0x1:30",
                "1e99999999999"
            })
    void texts(String text) {
        assertThat(YamlScalars.resolve(text)).isEqualTo(Literal.of(text));
    }

    @Test
    void exponentsThatNobodyMeansAreText() {
        assertThat(YamlScalars.resolve("1e100000").isString()).isTrue();
        assertThat(YamlScalars.resolve("1e1000").isNumber()).isTrue();
    }
}
