package io.tapstack.model.template;

import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PropertyObject;
import io.tapstack.model.value.Value;
import java.util.Optional;

/**
 * The standard tag: a key and a value. Resource types that have their own kind of tag have their own class for it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html">Resource
 *     tags</a>
 */
public final class Tag extends PropertyObject<Tag> {

    private static final String KEY = "Key";
    private static final String VALUE = "Value";

    private Tag(PropertyBag members) {
        super(members);
    }

    /** A tag with a literal value. */
    public static Tag of(String key, String value) {
        return of(key, Value.of(value));
    }

    /** A tag with any value. */
    public static Tag of(String key, Value<String> value) {
        return of(Value.of(key), value);
    }

    /** A tag with any key and any value. */
    public static Tag of(Value<String> key, Value<String> value) {
        return new Tag(PropertyBag.builder().put(KEY, key).put(VALUE, value).build());
    }

    /** Members as they stand in a template, seen as a tag; unchecked. */
    public static Tag from(PropertyBag members) {
        return new Tag(members);
    }

    @Override
    protected PropertyObject<Tag> like(PropertyBag members) {
        return new Tag(members);
    }

    /** The key. */
    public Optional<Value<String>> getKey() {
        return property(KEY);
    }

    /** The value. */
    public Optional<Value<String>> getValue() {
        return property(VALUE);
    }
}
