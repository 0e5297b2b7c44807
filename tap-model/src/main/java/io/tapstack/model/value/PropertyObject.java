package io.tapstack.model.value;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property object of a resource type: the base of the generated classes, such as the encryption settings of a table.
 *
 * @param <T> the generated class itself, so that the object can stand wherever a {@code Value} of it is expected
 */
public abstract class PropertyObject<T extends PropertyObject<T>> implements ObjectValue<T> {

    private final PropertyBag members;

    /** For generated classes. */
    protected PropertyObject(PropertyBag members) {
        this.members = Objects.requireNonNull(members, "members");
    }

    @Override
    public final PropertyBag members() {
        return members;
    }

    /** For generated classes: members as they stand in a template, seen as this type; unchecked. */
    protected abstract PropertyObject<T> like(PropertyBag members);

    /** For generated getters: the value of a property, typed as the facts say. */
    @SuppressWarnings("unchecked")
    protected final <V> Optional<Value<V>> property(String name) {
        return Optional.ofNullable((Value<V>) members.find(name));
    }

    /** For generated getters: a property object or a list of such, typed as the facts say; the view is a {@code PropertyObject}. */
    protected final <V> Optional<Value<V>> property(String name, ObjectValue<?> view) {
        return TypedView.of(members.find(name), view);
    }

    /** For generated getters: a map of property objects, typed as the facts say; the view is a {@code PropertyObject}. */
    protected final <V> Optional<Value<V>> mapProperty(String name, ObjectValue<?> view) {
        return TypedView.ofMap(members.find(name), view);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ObjectValue<?> that && members.equals(that.members());
    }

    @Override
    public final int hashCode() {
        return members.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + members;
    }

    /**
     * Collects the properties of an object.
     *
     * @param <B> the generated builder itself
     */
    public abstract static class Builder<B extends Builder<B>> extends PropertyCollector<B> {

        /** For generated classes. */
        protected Builder(PropertyBag start) {
            super(start);
        }
    }
}
