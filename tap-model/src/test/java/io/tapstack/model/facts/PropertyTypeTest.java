package io.tapstack.model.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string",
                "integer",
                "long",
                "number",
                "boolean",
                "timestamp",
                "json",
                "tag",
                "type:KeySchema",
                "list(string)",
                "map(list(type:A))",
                "union(list(tag),json,map(string))"
            })
    void everyTypeIsReadAndWritten(String text) {
        PropertyType type = PropertyType.parse(text);

        assertThat(type)
                .hasToString(text)
                .isEqualTo(PropertyType.parse(text))
                .hasSameHashCodeAs(PropertyType.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "type:",
                "list",
                "list()",
                "list(string",
                "list(string))",
                "map(string,string)",
                "union(string)",
                "String",
                "list(string)x"
            })
    void anythingElseIsRejected(String text) {
        assertThatThrownBy(() -> PropertyType.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is not a type");
    }

    @Test
    void differentTypesAreNotEqual() {
        assertThat(PropertyType.parse("list(string)")).isNotEqualTo(PropertyType.parse("map(string)"));
        assertThat(PropertyType.parse("type:A")).isNotEqualTo(PropertyType.parse("type:B"));
    }
}
