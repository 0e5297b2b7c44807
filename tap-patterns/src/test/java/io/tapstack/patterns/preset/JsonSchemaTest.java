package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.regex.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {

    @Test
    void saysWhatADocumentMustLookLike() {
        JsonSchema schema = JsonSchema.object()
                .required("currency", JsonSchema.string().oneOf("EUR", "USD"))
                .optional(
                        "lines",
                        JsonSchema.array(JsonSchema.integer().minimum(1).maximum(9))
                                .minItems(1)
                                .maxItems(3))
                .optional("rush", JsonSchema.bool());

        assertThat(schema.toDocument())
                .hasToString("{$schema: \"http://json-schema.org/draft-04/schema#\", type: \"object\", properties: {"
                        + "currency: {type: \"string\", enum: [\"EUR\", \"USD\"]}, "
                        + "lines: {type: \"array\", items: {type: \"integer\", minimum: 1, maximum: 9}, "
                        + "minItems: 1, maxItems: 3}, rush: {type: \"boolean\"}}, "
                        + "required: [\"currency\"], additionalProperties: false}");
    }

    @Test
    void isAValue() {
        JsonSchema plain = JsonSchema.string();

        assertThat(plain.maxLength(5))
                .isNotEqualTo(plain)
                .isEqualTo(JsonSchema.string().maxLength(5));
        assertThat(plain).hasToString("{type: \"string\"}");
    }

    @Test
    void refusesKeywordsOfOtherTypes() {
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonSchema.string().minimum(1))
                .withMessage("minimum: for type number, not string");
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonSchema.number().required("x", JsonSchema.bool()))
                .withMessage("members: for type object, not number");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        JsonSchema.object().optional("x", JsonSchema.bool()).required("x", JsonSchema.bool()))
                .withMessage("name: x is a member already");
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> JsonSchema.string().pattern("["));
    }

    /** However deep it is nested: an object has no members but the named ones. */
    @Property(tries = 100)
    void noObjectHasOtherMembers(@ForAll("schemas") JsonSchema schema) {
        String text = schema.toString();

        assertThat(count(text, "additionalProperties: false")).isEqualTo(count(text, "type: \"object\""));
    }

    @Provide
    Arbitrary<JsonSchema> schemas() {
        Arbitrary<JsonSchema> leaves =
                Arbitraries.of(JsonSchema.string(), JsonSchema.integer(), JsonSchema.number(), JsonSchema.bool());
        Arbitrary<JsonSchema> level = leaves;
        for (int depth = 0; depth < 3; depth++) {
            Arbitrary<JsonSchema> below = level;
            level = Arbitraries.oneOf(
                    leaves,
                    below.map(JsonSchema::array),
                    below.map(member -> JsonSchema.object().required("a", member)),
                    below.map(
                            member -> JsonSchema.object().optional("a", member).required("b", JsonSchema.bool())));
        }
        return level;
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
