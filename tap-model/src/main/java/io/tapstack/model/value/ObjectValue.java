package io.tapstack.model.value;

/**
 * A value with named members: a property type, a map, a policy document, free-form JSON.
 *
 * <p>Open for extension, unlike the other kinds of {@link Value}: whoever can say its members is an object. Implementations are
 * immutable and always return the same members.
 *
 * <p>Two objects are equal if their members are, whatever their classes: what is read from a template equals what was built.
 *
 * @param <T> what the object is
 */
public non-sealed interface ObjectValue<T> extends Value<T> {

    /** The members in the order in which they are written. */
    PropertyBag members();
}
