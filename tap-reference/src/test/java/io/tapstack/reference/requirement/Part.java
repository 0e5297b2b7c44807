package io.tapstack.reference.requirement;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.composition.Edits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource of a {@link Stack}, or an object inside one. Ways into it are those of {@link Edits}. */
final class Part {

    private final Resource resource;
    private final PropertyBag members;

    Part(Resource resource, PropertyBag members) {
        this.resource = resource;
        this.members = members;
    }

    String id() {
        return resource.logicalId().name();
    }

    String type() {
        return resource.resourceType();
    }

    ResourceOptions options() {
        return resource.options();
    }

    boolean has(String way) {
        return at(way) != null;
    }

    @Nullable
    Value<?> at(String way) {
        return Edits.find(members, way);
    }

    /** The text, number or flag there, or the text of an {@code Fn::Sub}; what else stands there as it is written; empty for nothing. */
    String text(String way) {
        Value<?> value = at(way);
        return value == null ? "" : text(value);
    }

    static String text(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return literal.text();
        }
        return value instanceof Sub sub ? sub.text() : value.toString();
    }

    boolean is(String way, String text) {
        return text(way).equals(text);
    }

    /** The number there; -1 if there is none. */
    int number(String way) {
        String text = text(way);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** The logical id to which {@code Ref}, {@code Fn::GetAtt} or the first placeholder of {@code Fn::Sub} refers; empty for none. */
    String target(String way) {
        Value<?> value = at(way);
        return value == null ? "" : target(value);
    }

    static String target(Value<?> value) {
        if (value instanceof Ref<?> ref) {
            return ref.target();
        }
        if (value instanceof GetAtt<?> attribute) {
            return attribute.target().name();
        }
        return value instanceof Sub sub && !sub.references().isEmpty()
                ? sub.references().get(0).name()
                : "";
    }

    /** The items of a list there; a single value is a list of one. */
    List<Value<?>> items(String way) {
        Value<?> value = at(way);
        return value == null ? List.of() : value instanceof ListValue<?> list ? list.items() : List.of(value);
    }

    List<String> texts(String way) {
        return items(way).stream().map(Part::text).toList();
    }

    List<String> targets(String way) {
        return items(way).stream().map(Part::target).toList();
    }

    /** The objects in a list there. */
    List<Part> objects(String way) {
        List<Part> objects = new ArrayList<>();
        for (Value<?> item : items(way)) {
            if (item instanceof ObjectValue<?> object) {
                objects.add(new Part(resource, object.members()));
            }
        }
        return objects;
    }

    /** The names of its members. */
    List<String> names() {
        return members.names();
    }

    /** Everything that it says, for a look at whether some text occurs anywhere. */
    String all() {
        return MapValue.ofAny(members).toString();
    }

    @Override
    public String toString() {
        return id();
    }
}
