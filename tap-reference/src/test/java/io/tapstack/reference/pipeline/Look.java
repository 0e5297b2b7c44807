package io.tapstack.reference.pipeline;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Looks into a template by paths such as {@code TransactionTable/SSESpecification/KMSMasterKeyId}. */
final class Look {

    private final Template template;

    Look(Template template) {
        this.template = template;
    }

    Resource resource(String logicalId) {
        return template.resource(LogicalId.of(logicalId))
                .orElseThrow(() -> new AssertionError("no resource " + logicalId));
    }

    List<Resource> all(String type) {
        List<Resource> found = new ArrayList<>();
        for (Resource resource : template.resources()) {
            if (resource.resourceType().equals(type)) {
                found.add(resource);
            }
        }
        return found;
    }

    /** The value at a path that begins with a resource. */
    Value<?> at(String path) {
        int slash = path.indexOf('/');
        Resource resource = resource(path.substring(0, slash));
        Value<?> value = MapValue.ofAny(resource.properties());
        for (String step : path.substring(slash + 1).split("/", -1)) {
            value = step(value, step, path);
        }
        return value;
    }

    private static Value<?> step(Value<?> value, String step, String path) {
        if (value instanceof ListValue<?> list) {
            return list.items().get(Integer.parseInt(step));
        }
        if (value instanceof ObjectValue<?> object) {
            return object.members()
                    .get(step)
                    .orElseThrow(() -> new AssertionError("nothing at " + step + " of " + path));
        }
        throw new AssertionError("no way to " + step + " of " + path);
    }

    /** The literal at a path, as text. */
    String text(String path) {
        return at(path) instanceof Literal<?> literal ? literal.text() : at(path).toString();
    }

    /** The items of a list at a path. */
    List<Value<?>> list(String path) {
        return at(path) instanceof ListValue<?> list ? list.items() : List.of(at(path));
    }

    /** The texts of a literal or a list of literals. */
    static List<String> texts(Value<?> value) {
        List<String> texts = new ArrayList<>();
        for (Value<?> item : value instanceof ListValue<?> list ? list.items() : List.of(value)) {
            texts.add(item instanceof Literal<?> literal ? literal.text() : item.toString());
        }
        return texts;
    }

    /** Every object at or below a value. */
    static List<ObjectValue<?>> objects(Value<?> value) {
        List<ObjectValue<?>> found = new ArrayList<>();
        collect(value, found);
        return found;
    }

    private static void collect(Value<?> value, List<ObjectValue<?>> found) {
        if (value instanceof ObjectValue<?> object) {
            found.add(object);
            for (String name : object.members().names()) {
                object.members().get(name).ifPresent(member -> collect(member, found));
            }
        } else if (value instanceof ListValue<?> list) {
            list.items().forEach(item -> collect(item, found));
        } else if (value instanceof Intrinsic<?> function) {
            collect(function.argument(), found);
        }
    }
}
