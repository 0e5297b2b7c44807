package io.tapstack.model.io;

import io.tapstack.model.value.Functions;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the members of one object. */
final class MemberCollector {

    private final PropertyBag.Builder members = PropertyBag.builder();
    private @Nullable Set<String> merged;

    /** Adds a member that stands in the object; tells whether one of that name stood there before, which it replaces. */
    boolean put(String name, Value<?> value) {
        boolean known = members.get(name).isPresent() && (merged == null || !merged.remove(name));
        members.put(name, value);
        return known;
    }

    /** Adds the members of another object, unless the object has them itself. */
    void merge(PropertyBag others) {
        if (merged == null) {
            merged = new HashSet<>();
        }
        for (int i = 0; i < others.size(); i++) {
            String name = others.nameAt(i);
            if (members.get(name).isEmpty()) {
                members.put(name, others.valueAt(i));
                merged.add(name);
            }
        }
    }

    /**
     * The object, or the function that it is.
     *
     * @param conditions whether it stands where {@code Condition} is a function
     */
    Value<?> toValue(boolean conditions) {
        PropertyBag bag = members.build();
        if (bag.size() == 1) {
            String name = bag.nameAt(0);
            Value<?> value = bag.valueAt(0);
            if (Functions.isFunctionName(name)
                    || conditions && name.equals("Condition") && value instanceof Literal<?> text && text.isString()) {
                return Functions.of(name, value);
            }
        }
        return MapValue.ofAny(bag);
    }

    /** The members of an object, or of what was taken for a function; null for anything else. */
    static @Nullable PropertyBag membersOf(Value<?> value) {
        if (value instanceof ObjectValue<?> object) {
            return object.members();
        }
        return value instanceof Intrinsic<?> function
                ? PropertyBag.of(function.functionName(), function.argument())
                : null;
    }
}
