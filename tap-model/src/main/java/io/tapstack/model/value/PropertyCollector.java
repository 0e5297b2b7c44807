package io.tapstack.model.value;

import java.util.Map;

/**
 * Collects properties by name: the common part of all generated builders. Not thread-safe; what it builds is.
 *
 * @param <B> the builder itself, for chained calls
 */
public abstract class PropertyCollector<B extends PropertyCollector<B>> {

    private final PropertyBag.Builder collected;

    /** For generated classes: starts with the properties of another object. */
    protected PropertyCollector(PropertyBag start) {
        collected = start.toBuilder();
    }

    /**
     * Sets a property by its CloudFormation name: the open way, for properties that this library does not know yet.
     *
     * <p>A misspelt name is not noticed here; validation reports it.
     */
    public final B property(String name, Value<?> value) {
        return put(name, value);
    }

    /** For generated builder methods. */
    @SuppressWarnings("unchecked")
    protected final B put(String name, Value<?> value) {
        collected.put(name, value);
        return (B) this;
    }

    /** For generated builder methods. */
    protected final B put(String name, String value) {
        if (value == null) {
            throw new NullPointerException(name);
        }
        return put(name, Literal.of(value));
    }

    /** For generated builder methods. */
    protected final B put(String name, int value) {
        return put(name, Literal.of(value));
    }

    /** For generated builder methods. */
    protected final B put(String name, long value) {
        return put(name, Literal.of(value));
    }

    /** For generated builder methods. */
    protected final B put(String name, double value) {
        return put(name, Literal.of(value));
    }

    /** For generated builder methods. */
    protected final B put(String name, boolean value) {
        return put(name, Literal.of(value));
    }

    /** For generated builder methods. */
    protected final B putList(String name, Value<?>[] items) {
        return put(name, Value.list(items));
    }

    /** For generated builder methods. */
    protected final B putStrings(String name, String[] items) {
        return put(name, Value.strings(items));
    }

    /** For generated builder methods. */
    protected final B putMap(String name, Map<String, ? extends Value<?>> entries) {
        return put(name, Value.map(entries));
    }

    /** For generated builder methods: free-form JSON from plain Java, mostly a {@code Map} or a {@code List}. */
    protected final B putJson(String name, Object plain) {
        return put(name, Value.json(plain));
    }

    /**
     * For generated {@code build()} methods: the properties, once every required one has been set.
     *
     * @throws MissingPropertyException if one has not been set
     */
    protected final PropertyBag checked(String typeName, String... required) {
        for (String name : required) {
            if (!collected.has(name)) {
                throw new MissingPropertyException(typeName, name);
            }
        }
        return collected.build();
    }
}
