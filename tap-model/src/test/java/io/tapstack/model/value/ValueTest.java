package io.tapstack.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTest {

    @Test
    void functionsStandInsideLists() {
        Value<String> maybe = If.orNoValue(LogicalId.of("IsProd"), Value.of("b"));

        Value<List<String>> list = Value.list(Value.of("a"), maybe);

        assertThat(((ListValue<?>) list).items()).containsExactly(Value.of("a"), maybe);
    }

    @Test
    void aMapWithoutAnOrderIsSorted() {
        Map<String, Value<String>> unordered = new HashMap<>();
        unordered.put("zeta", Value.of("1"));
        unordered.put("alpha", Value.of("2"));
        Map<String, Value<String>> ordered = new LinkedHashMap<>();
        ordered.put("zeta", Value.of("1"));
        ordered.put("alpha", Value.of("2"));

        assertThat(((MapValue<?>) Value.map(unordered)).members().names()).containsExactly("alpha", "zeta");
        assertThat(((MapValue<?>) Value.map(ordered)).members().names()).containsExactly("zeta", "alpha");
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(Literal.of(new BigDecimal("1.50")).text()).isEqualTo("1.50");
        assertThat(Value.of(3.0)).isEqualTo(Value.of(3));
        assertThat(Value.of(3)).isNotEqualTo(Value.of("3"));
    }

    @Test
    void plainJavaBecomesJson() {
        Value<?> json = Value.json(new LinkedHashMap<>(Map.of("list", List.of("a", 1, true, 1.5))));

        assertThat(json).hasToString("{list: [\"a\", 1, true, 1.5]}");
    }

    @Test
    void mistakesOfTheCallerNameTheArgument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Value.of(Double.NaN))
                .withMessageContaining("number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Value.json(new Object()))
                .withMessageContaining("plain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogicalId.of("a-b"))
                .withMessageContaining("'a-b'");
        assertThatIllegalArgumentException().isThrownBy(() -> LogicalId.of("")).withMessageContaining("logicalId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> And.of(ConditionReference.to(LogicalId.of("A"))))
                .withMessageContaining("two to ten");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Select.of(-1, Value.strings("a")))
                .withMessageContaining("index");
    }

    @Test
    void nullIsRefused() {
        List<Value<String>> holdsNull = new ArrayList<>();
        holdsNull.add(null);

        assertThatNullPointerException()
                .isThrownBy(() -> Value.of((String) null))
                .withMessage("text");
        assertThatNullPointerException().isThrownBy(() -> Value.list(holdsNull)).withMessageContaining("items");
        assertThatNullPointerException()
                .isThrownBy(() -> PropertyBag.builder().put("Name", null))
                .withMessage("Name");
    }

    @Test
    void functionsAreEqualIfTheirArgumentsAre() {
        assertThat(Join.of(",", Value.of("a"), Value.of("b"))).isEqualTo(Join.of(",", Value.strings("a", "b")));
        assertThat(Ref.to(LogicalId.of("A"))).isNotEqualTo(ConditionReference.to(LogicalId.of("A")));
        assertThat(PseudoParameter.<String>noValue()).isEqualTo(PseudoParameter.<Integer>noValue());
    }

    @Test
    void aBagKeepsTheOrderAndReplacesInPlace() {
        PropertyBag bag =
                PropertyBag.of("B", Value.of(1)).with("A", Value.of(2)).with("B", Value.of(3));

        assertThat(bag).hasToString("{B: 3, A: 2}");
        assertThat(bag.without("B")).hasToString("{A: 2}");
        assertThat(bag.without("C")).isSameAs(bag);
        assertThat(bag).isEqualTo(PropertyBag.of("A", Value.of(2)).with("B", Value.of(3)));
        assertThat(bag.hashCode())
                .isEqualTo(
                        PropertyBag.of("A", Value.of(2)).with("B", Value.of(3)).hashCode());
    }
}
