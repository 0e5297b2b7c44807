package io.tapstack.patterns.preset;

import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON document must look like: a schema of draft 4, which API Gateway reads, as an immutable value.
 *
 * <p>An object has the members that are named and no others. Every method gives a new schema.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html">Models</a>
 */
public final class JsonSchema {

    private static final String DRAFT = "http://json-schema.org/draft-04/schema#";

    private final String type;
    private final PropertyBag keywords;
    private final PropertyBag properties;
    private final List<String> required;

    private JsonSchema(String type, PropertyBag keywords, PropertyBag properties, List<String> required) {
        this.type = type;
        this.keywords = keywords;
        this.properties = properties;
        this.required = List.copyOf(required);
    }

    private static JsonSchema ofType(String type) {
        return new JsonSchema(type, PropertyBag.empty(), PropertyBag.empty(), List.of());
    }

    /** An object, without any member so far. */
    public static JsonSchema object() {
        return ofType("object");
    }

    /** A text. */
    public static JsonSchema string() {
        return ofType("string");
    }

    /** A whole number. */
    public static JsonSchema integer() {
        return ofType("integer");
    }

    /** A number. Not for money: clients may round it; take a text with a pattern. */
    public static JsonSchema number() {
        return ofType("number");
    }

    /** True or false. */
    public static JsonSchema bool() {
        return ofType("boolean");
    }

    /** A list whose items all look like this. */
    public static JsonSchema array(JsonSchema items) {
        return ofType("array").with("items", items.toValue());
    }

    /** The object with a member that it must have. */
    public JsonSchema required(String name, JsonSchema member) {
        List<String> names = new ArrayList<>(required);
        names.add(name);
        return withMember(name, member, names);
    }

    /** The object with a member that it may have. */
    public JsonSchema optional(String name, JsonSchema member) {
        return withMember(name, member, required);
    }

    private JsonSchema withMember(String name, JsonSchema member, List<String> names) {
        require("object", "members");
        if (properties.has(name)) {
            throw new IllegalArgumentException("name: " + name + " is a member already");
        }
        return new JsonSchema(type, keywords, properties.with(name, member.toValue()), names);
    }

    /** The text with the fewest characters that it may have. */
    public JsonSchema minLength(int characters) {
        return require("string", "minLength").with("minLength", Value.of(characters));
    }

    /** The text with the most characters that it may have. */
    public JsonSchema maxLength(int characters) {
        return require("string", "maxLength").with("maxLength", Value.of(characters));
    }

    /**
     * The text with a regular expression that it must match somewhere; {@code ^} and {@code $} make it the whole.
     *
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public JsonSchema pattern(String regex) {
        return require("string", "pattern")
                .with("pattern", Value.of(Pattern.compile(regex).pattern()));
    }

    /** The text with the values that it may have. */
    public JsonSchema oneOf(String... values) {
        return require("string", "oneOf").with("enum", Value.strings(values));
    }

    /** The number with the least value that it may have. */
    public JsonSchema minimum(long value) {
        return requireNumber("minimum").with("minimum", Value.of(value));
    }

    /** The number with the greatest value that it may have. */
    public JsonSchema maximum(long value) {
        return requireNumber("maximum").with("maximum", Value.of(value));
    }

    /** The list with the fewest items that it may have. */
    public JsonSchema minItems(int items) {
        return require("array", "minItems").with("minItems", Value.of(items));
    }

    /** The list with the most items that it may have. */
    public JsonSchema maxItems(int items) {
        return require("array", "maxItems").with("maxItems", Value.of(items));
    }

    private JsonSchema with(String keyword, Value<?> value) {
        return new JsonSchema(type, keywords.with(keyword, value), properties, required);
    }

    private JsonSchema require(String expected, String keyword) {
        if (!type.equals(expected)) {
            throw new IllegalStateException(keyword + ": for type " + expected + ", not " + type);
        }
        return this;
    }

    private JsonSchema requireNumber(String keyword) {
        return type.equals("integer") ? this : require("number", keyword);
    }

    /** Whether it is the schema of an object. */
    boolean isObject() {
        return type.equals("object");
    }

    /** The schema as a part of another. */
    Value<?> toValue() {
        return MapValue.ofAny(members(PropertyBag.builder()));
    }

    /** The schema as a document of its own. */
    Value<?> toDocument() {
        return MapValue.ofAny(members(PropertyBag.builder().put("$schema", Value.of(DRAFT))));
    }

    private PropertyBag members(PropertyBag.Builder members) {
        members.put("type", Value.of(type));
        for (String keyword : keywords.names()) {
            keywords.get(keyword).ifPresent(value -> members.put(keyword, value));
        }
        if (isObject()) {
            members.put("properties", MapValue.ofAny(properties));
            if (!required.isEmpty()) {
                members.put("required", Value.strings(required.toArray(String[]::new)));
            }
            members.put("additionalProperties", Value.of(false));
        }
        return members.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonSchema that && toValue().equals(that.toValue());
    }

    @Override
    public int hashCode() {
        return toValue().hashCode();
    }

    @Override
    public String toString() {
        return toValue().toString();
    }
}
