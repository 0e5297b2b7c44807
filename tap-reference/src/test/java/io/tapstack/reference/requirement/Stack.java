package io.tapstack.reference.requirement;

import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a template for one assignment of its parameters: the resources that exist, with {@code Fn::If} decided and
 * {@code Ref}s to parameters replaced by their values.
 */
final class Stack {

    private final Template template;
    private final Map<String, String> assignment;
    private final Truth truth;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    Stack(Template template, Map<String, String> assignment) {
        this.template = template;
        this.assignment = assignment;
        this.truth = new Truth(template, assignment);
        for (Resource resource : template.resources()) {
            boolean exists = resource.options()
                    .condition()
                    .map(condition -> truth.holds(condition.name()))
                    .orElse(true);
            if (exists) {
                Part part = new Part(resource, bag(resource.properties()));
                parts.put(part.id(), part);
            }
        }
    }

    /** The values of the parameters. */
    Map<String, String> assignment() {
        return assignment;
    }

    /** The template of which it is made. */
    Template template() {
        return template;
    }

    /** All resources, in order. */
    List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /** The resources of a type, in order. */
    List<Part> parts(String type) {
        return parts.values().stream().filter(part -> part.type().equals(type)).toList();
    }

    boolean has(String type) {
        return !parts(type).isEmpty();
    }

    /** The resource with this logical id. */
    Optional<Part> part(String id) {
        return Optional.ofNullable(parts.get(id));
    }

    /** The type of the resource with this logical id; empty if there is none. */
    String typeOf(String id) {
        return part(id).map(Part::type).orElse("");
    }

    Optional<Parameter> parameter(String name) {
        return template.parameters().stream()
                .filter(parameter -> parameter.logicalId().name().equals(name))
                .findFirst();
    }

    /** The value of an output that exists. */
    Optional<Value<?>> output(String name) {
        for (Output output : template.outputs()) {
            if (output.logicalId().name().equals(name)
                    && output.condition().map(truth::holds).orElse(true)) {
                return output.members().get("Value").map(this::resolved);
            }
        }
        return Optional.empty();
    }

    private PropertyBag bag(PropertyBag members) {
        PropertyBag.Builder builder = PropertyBag.builder();
        for (int i = 0; i < members.size(); i++) {
            Value<?> value = resolve(members.valueAt(i));
            if (value != null) {
                builder.put(members.nameAt(i), value);
            }
        }
        return builder.build();
    }

    private Value<?> resolved(Value<?> value) {
        Value<?> found = resolve(value);
        return found == null ? Literal.ofNull() : found;
    }

    private @Nullable Value<?> resolve(Value<?> value) {
        if (value instanceof If<?> choice) {
            return resolve(truth.holds(choice.condition().name()) ? choice.whenTrue() : choice.whenFalse());
        }
        if (value instanceof Ref<?> ref) {
            String chosen = assignment.get(ref.target());
            return ref.target().equals("AWS::NoValue") ? null : chosen == null ? value : Value.of(chosen);
        }
        if (value instanceof ListValue<?> list) {
            List<Value<?>> items = new ArrayList<>();
            for (Value<?> item : list.items()) {
                Value<?> resolved = resolve(item);
                if (resolved != null) {
                    items.add(resolved);
                }
            }
            return ListValue.ofAny(items);
        }
        return value instanceof ObjectValue<?> object ? MapValue.ofAny(bag(object.members())) : value;
    }
}
