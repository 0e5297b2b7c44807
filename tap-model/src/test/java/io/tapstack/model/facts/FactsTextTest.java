package io.tapstack.model.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "a b", "a,b", "100%", "%20", "line\nbreak\ttab", "^[\\w ,%]*$", "ünïcödé \u007f"})
    void escapingIsUndone(String value) {
        String escaped = FactsText.escape(value);

        assertThat(escaped).doesNotContain(" ", ",", "\n", "\t");
        assertThat(FactsText.unescape(escaped)).isEqualTo(value);
    }

    @Test
    void whatNeedsNoEscapeStaysAsItIs() {
        assertThat(FactsText.escape("^arn:[a-z]+$")).isEqualTo("^arn:[a-z]+$");
    }

    @Test
    void listsAreSplitBeforeTheyAreUnescaped() {
        assertThat(FactsText.list("a%2Cb,c,")).containsExactly("a,b", "c", "");
        assertThat(FactsText.list("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%2", "%zz"})
    void aBrokenEscapeIsRejected(String value) {
        assertThatThrownBy(() -> FactsText.unescape(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value);
    }
}
