package io.tapstack.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objects that were read from a template, seen as the property types that they are of: for generated getters.
 *
 * <p>What was built has its type already. What was read gets it when it is asked for, behind lists and {@link If} too.
 *
 * <p>Views are handed over as {@link ObjectValue}s, an interface: for a class the JVM would load every property type of a resource
 * to verify its getters, whether they are called or not.
 */
public final class TypedView {

    private TypedView() {}

    /**
     * A property, or a list of such properties, as the facts type it.
     *
     * @param property the value that stands in the bag, if any
     * @param view a {@link PropertyObject} of that type
     */
    @SuppressWarnings("unchecked")
    public static <V> Optional<Value<V>> of(@Nullable Value<?> property, ObjectValue<?> view) {
        return property == null ? Optional.empty() : Optional.of((Value<V>) object(property, (PropertyObject<?>) view));
    }

    /**
     * A map of properties, as the facts type it.
     *
     * @param property the value that stands in the bag, if any
     * @param view a {@link PropertyObject} of the type of each property in the map
     */
    @SuppressWarnings("unchecked")
    public static <V> Optional<Value<V>> ofMap(@Nullable Value<?> property, ObjectValue<?> view) {
        return property == null ? Optional.empty() : Optional.of((Value<V>) map(property, (PropertyObject<?>) view));
    }

    private static Value<?> object(Value<?> value, PropertyObject<?> view) {
        if (value instanceof MapValue<?> members) {
            return view.like(members.members());
        }
        if (value instanceof ListValue<?> list) {
            List<Value<?>> items = new ArrayList<>(list.items().size());
            for (Value<?> item : list.items()) {
                items.add(object(item, view));
            }
            return ListValue.ofAny(items);
        }
        return value instanceof If<?> choice ? choice.map(branch -> object(branch, view)) : value;
    }

    private static Value<?> map(Value<?> value, PropertyObject<?> view) {
        if (value instanceof MapValue<?> map) {
            PropertyBag.Builder entries = PropertyBag.builder();
            for (int i = 0; i < map.members().size(); i++) {
                entries.put(map.members().nameAt(i), object(map.members().valueAt(i), view));
            }
            return MapValue.ofAny(entries.build());
        }
        return value instanceof If<?> choice ? choice.map(branch -> map(branch, view)) : value;
    }
}
