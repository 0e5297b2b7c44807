package io.tapstack.model.io;

import io.tapstack.model.value.And;
import io.tapstack.model.value.Base64;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.ToJsonString;
import io.tapstack.model.value.UnknownFunction;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Random strings that are full of traps, and random trees of values. */
final class ValueArbitraries {

    private static final String[] TRAPS = {
        "true",
        "False",
        "yes",
        "NO",
        "on",
        "Off",
        "y",
        "N",
        "null",
        "~",
        "",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\r\n",
        "\r",
        "0",
        "012",
        "1e3",
        "0x1F",
        "0o17",
        "0b1",
        "1_000",
        "1,000",
        "12:30:45",
        ".5",
        "+1",
        "-1",
        "1.",
        "2012-10-17",
        "2001-12-14 21:59:43.10 -5",
        ".inf",
        ".NaN",
        "=",
        "<<",
        "-",
        "--- ",
        "...",
        ": ",
        ":",
        " #",
        "#",
        "? ",
        "- ",
        "!",
        "!Ref ",
        "&a",
        "*a",
        "|",
        ">",
        "%",
        "@",
        "`",
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
        "''",
        "\"",
        "\\",
        "\\n",
        "${A}",
        "{{resolve:ssm:a}}",
        "AWS::Region",
        "a",
        "bc",
        "d e",
        "\0",
        "\u0007",
        "\u001B",
        "\u007F",
        "\u0085",
        "\u00A0",
        "\u2028",
        "\u2029",
        "\uFEFF",
        "\uFFFD",
        "\uFFFE",
        "\uFFFF",
        "\uD800",
        "\uDFFF",
        "\uD83D\uDE00",
        "\uDBFF\uDFFF",
        "ä",
        "漢"
    };

    private ValueArbitraries() {}

    static Arbitrary<String> texts() {
        Arbitrary<String> traps = Arbitraries.of(TRAPS).list().ofMaxSize(6).map(parts -> String.join("", parts));
        Arbitrary<String> lines = Arbitraries.strings().withChars(" \t\na#-:'|").ofMaxLength(12);
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(20);
        Arbitrary<String> digits =
                Arbitraries.strings().withChars("0123456789abefoxXT_.,:+- ").ofMaxLength(12);
        Arbitrary<String> all = Arbitraries.strings().all().ofMaxLength(10);
        Arbitrary<String> lone =
                Arbitraries.strings().withCharRange('\uD7F0', '\uE00F').ofMaxLength(4);
        Arbitrary<String> large =
                Arbitraries.strings().withChars("ab \n'").ofMinLength(900).ofMaxLength(1300);
        return Arbitraries.frequencyOf(
                Tuple.of(8, traps),
                Tuple.of(6, lines),
                Tuple.of(4, ascii),
                Tuple.of(3, digits),
                Tuple.of(3, all),
                Tuple.of(1, lone),
                Tuple.of(1, large));
    }

    /** Texts without half characters: Jackson reads those in values only, not in the names of members. */
    static Arbitrary<String> names() {
        return texts().filter(text -> !YamlText.hasLoneSurrogate(text));
    }

    static Arbitrary<Value<?>> trees() {
        return Arbitraries.recursive(ValueArbitraries::scalars, ValueArbitraries::branches, 0, 4);
    }

    private static Arbitrary<Value<?>> scalars() {
        Arbitrary<Value<?>> texts = texts().map(Literal::of);
        Arbitrary<Value<?>> whole = Arbitraries.longs().map(Literal::of);
        Arbitrary<Value<?>> decimal = Arbitraries.bigDecimals().ofScale(8).map(Literal::of);
        Arbitrary<Value<?>> exponents = Arbitraries.integers()
                .between(-400, 400)
                .flatMap(scale -> Arbitraries.bigIntegers().map(digits -> Literal.of(new BigDecimal(digits, scale))));
        Arbitrary<Value<?>> flags = Arbitraries.of(true, false).map(Literal::of);
        return Arbitraries.oneOf(texts, whole, decimal, exponents, flags);
    }

    private static Arbitrary<Value<?>> branches(Arbitrary<Value<?>> inner) {
        Arbitrary<List<Value<?>>> lists = inner.list().ofMaxSize(4);
        Arbitrary<Map<String, Value<?>>> maps = Arbitraries.maps(names(), inner).ofMaxSize(4);
        return Arbitraries.oneOf(
                inner,
                lists.map(ListValue::ofAny),
                maps.map(map -> MapValue.ofAny(bag(map))),
                functions(inner),
                texts().flatMap(text -> maps.map(map -> Sub.of(text, bag(map)))));
    }

    @SuppressWarnings("unchecked")
    private static Arbitrary<Value<?>> functions(Arbitrary<Value<?>> inner) {
        LogicalId name = LogicalId.of("Name");
        List<Function<Value<?>, Value<?>>> functions = List.of(
                value -> Ref.to(name),
                value -> Base64.of((Value<String>) value),
                value -> GetAtt.of(name, (Value<String>) value),
                value -> If.of(name, (Value<Object>) value, (Value<Object>) value),
                value -> Equals.of(value, value),
                value -> And.of((Value<Boolean>) value, (Value<Boolean>) value),
                ToJsonString::of,
                value -> UnknownFunction.of("Fn::New", value));
        return Arbitraries.of(functions).flatMap(function -> inner.map(function));
    }

    private static PropertyBag bag(Map<String, Value<?>> map) {
        PropertyBag.Builder bag = PropertyBag.builder();
        map.forEach(bag::put);
        return bag.build();
    }
}
