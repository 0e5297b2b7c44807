package io.tapstack.patterns.rule.network;

import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small questions to values, answered without regard to how deep or how odd they are. */
final class Values {

    private Values() {}

    /** The value at a path of members, or null. */
    static @Nullable Value<?> at(PropertyBag start, String... path) {
        PropertyBag bag = start;
        for (int i = 0; i < path.length - 1; i++) {
            if (!(bag.find(path[i]) instanceof ObjectValue<?> object)) {
                return null;
            }
            bag = object.members();
        }
        return bag.find(path[path.length - 1]);
    }

    /** The items of a list, the value itself if it is none, nothing for null. */
    static List<Value<?>> items(@Nullable Value<?> value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof ListValue<?> list ? list.items() : List.of(value);
    }

    static boolean isLiteral(@Nullable Value<?> value, String text) {
        return value instanceof Literal<?> literal && literal.text().equals(text);
    }

    /** The resource or parameter that a value refers to, or null. */
    static @Nullable String target(@Nullable Value<?> value) {
        if (value instanceof Ref<?> ref) {
            return ref.target();
        }
        return value instanceof GetAtt<?> getAtt ? getAtt.target().name() : null;
    }

    /** The objects at or below a value that have a member. */
    static List<ObjectValue<?>> objectsWith(@Nullable Value<?> value, String member) {
        List<ObjectValue<?>> found = new ArrayList<>();
        collect(value, member, found);
        return found;
    }

    private static void collect(@Nullable Value<?> value, String member, List<ObjectValue<?>> found) {
        if (value instanceof ObjectValue<?> object) {
            PropertyBag members = object.members();
            if (members.has(member)) {
                found.add(object);
            }
            for (int i = 0; i < members.size(); i++) {
                collect(members.valueAt(i), member, found);
            }
        } else if (value instanceof ListValue<?> list) {
            for (Value<?> item : list.items()) {
                collect(item, member, found);
            }
        } else if (value instanceof Intrinsic<?> function) {
            collect(function.argument(), member, found);
        }
    }
}
