package io.tapstack.model.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Named values in a fixed order: the properties of a resource, the members of an object.
 *
 * <p>A bag holds whatever was put into it, also names that the facts of this library do not know yet, so that a template newer
 * than the library survives. Names are unique; equality regards the order of names as no difference.
 */
public final class PropertyBag {

    private static final PropertyBag EMPTY = new PropertyBag(new String[0], new Value<?>[0]);

    private final String[] names;
    private final Value<?>[] values;

    private PropertyBag(String[] names, Value<?>[] values) {
        this.names = names;
        this.values = values;
    }

    /** A bag with nothing in it. */
    public static PropertyBag empty() {
        return EMPTY;
    }

    /** A bag with one value in it. */
    public static PropertyBag of(String name, Value<?> value) {
        return new PropertyBag(
                new String[] {Objects.requireNonNull(name, "name")},
                new Value<?>[] {Objects.requireNonNull(value, name)});
    }

    /** A builder with nothing in it. */
    public static Builder builder() {
        return new Builder(8);
    }

    /** How many names there are. */
    public int size() {
        return names.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return names.length == 0;
    }

    /** The name at a position, from 0. */
    public String nameAt(int index) {
        return names[index];
    }

    /** The value at a position, from 0. */
    public Value<?> valueAt(int index) {
        return values[index];
    }

    /** The names in order. */
    public List<String> names() {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return names[index];
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }

    /** The value of a name, if there is one. */
    public Optional<Value<?>> get(String name) {
        return Optional.ofNullable(find(name));
    }

    /** Whether there is a value of that name. */
    public boolean has(String name) {
        return find(name) != null;
    }

    /** The value of a name, or null: for loops in which an {@link Optional} costs too much. */
    public @Nullable Value<?> find(String name) {
        int index = indexOf(names, names.length, name);
        return index < 0 ? null : values[index];
    }

    /** This bag with a value added at the end, or replaced where it stands. */
    public PropertyBag with(String name, Value<?> value) {
        return toBuilder().put(name, value).build();
    }

    /** This bag without a name; the same bag if it does not have it. */
    public PropertyBag without(String name) {
        if (!has(name)) {
            return this;
        }
        Builder rest = new Builder(names.length);
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals(name)) {
                rest.put(names[i], values[i]);
            }
        }
        return rest.build();
    }

    /** A builder that starts with what is in this bag. */
    public Builder toBuilder() {
        Builder builder = new Builder(names.length + 4);
        System.arraycopy(names, 0, builder.names, 0, names.length);
        System.arraycopy(values, 0, builder.values, 0, values.length);
        builder.size = names.length;
        return builder;
    }

    private static int indexOf(@Nullable String[] names, int size, String name) {
        for (int i = 0; i < size; i++) {
            if (name.equals(names[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof PropertyBag that) || that.names.length != names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            Value<?> theirs = names[i].equals(that.names[i]) ? that.values[i] : that.find(names[i]);
            if (!values[i].equals(theirs)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int sum = 0;
        for (int i = 0; i < names.length; i++) {
            sum += names[i].hashCode() ^ values[i].hashCode();
        }
        return sum;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < names.length; i++) {
            text.append(i == 0 ? "" : ", ").append(names[i]).append(": ").append(values[i]);
        }
        return text.append('}').toString();
    }

    /** Collects the values of a bag. Not thread-safe; what it builds is. */
    public static final class Builder {

        /** Up to here, looking at one name after the other is faster than a map. */
        private static final int FEW = 32;

        private String[] names;
        private Value<?>[] values;
        private int size;
        private boolean built;
        private @Nullable Map<String, Integer> positions;

        private Builder(int capacity) {
            names = new String[capacity];
            values = new Value<?>[capacity];
        }

        /** Sets a value; one already set under that name is replaced where it stands. */
        public Builder put(String name, Value<?> value) {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, name);
            int index = position(name);
            if (built) {
                resize(names.length);
                built = false;
            }
            if (index >= 0) {
                values[index] = value;
                return this;
            }
            if (size == names.length) {
                resize(Math.max(8, size * 2));
            }
            if (positions != null) {
                positions.put(name, size);
            }
            names[size] = name;
            values[size++] = value;
            return this;
        }

        private void resize(int capacity) {
            names = Arrays.copyOf(names, capacity);
            values = Arrays.copyOf(values, capacity);
        }

        private int position(String name) {
            if (size <= FEW) {
                return indexOf(names, size, name);
            }
            Map<String, Integer> known = positions;
            if (known == null) {
                known = new HashMap<>(4 * size);
                for (int i = 0; i < size; i++) {
                    known.put(names[i], i);
                }
                positions = known;
            }
            return known.getOrDefault(name, -1);
        }

        /** The value set under a name so far, if any. */
        public Optional<Value<?>> get(String name) {
            int index = position(name);
            return index < 0 ? Optional.empty() : Optional.of(values[index]);
        }

        /** Whether a value was set under a name so far. */
        boolean has(String name) {
            return position(name) >= 0;
        }

        /** The bag. It gets the arrays themselves; whatever is put afterwards goes into copies. */
        public PropertyBag build() {
            if (size == 0) {
                return EMPTY;
            }
            if (size < names.length) {
                resize(size);
            }
            built = true;
            return new PropertyBag(names, values);
        }
    }
}
