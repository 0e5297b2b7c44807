package io.tapstack.reference.requirement;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.composition.Edits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes of a template that make requirements fail. Resources are named by their logical ids or by their types. */
final class Change {

    private static final List<String> STATEMENTS =
            List.of("PolicyDocument.Statement", "Policies.PolicyDocument.Statement");

    private Change() {}

    private static Predicate<Resource> named(String idOrType) {
        return resource -> resource.logicalId().name().equals(idOrType)
                || resource.resourceType().equals(idOrType);
    }

    /** Takes away resources. */
    static UnaryOperator<Template> without(String idOrType) {
        return Edits.without(named(idOrType));
    }

    /** Takes away the resources of which some value is this text. */
    static UnaryOperator<Template> without(String type, String way, String text) {
        return Edits.without(where(type, way, text));
    }

    private static Predicate<Resource> where(String type, String way, String text) {
        return named(type).and(resource -> {
            Value<?> value = Edits.find(resource.properties(), way);
            return value != null && Part.text(value).contains(text);
        });
    }

    /** Sets a value. */
    static UnaryOperator<Template> set(String idOrType, String way, Value<?> value) {
        return Edits.each(named(idOrType), resource -> Edits.set(resource, way, value));
    }

    static UnaryOperator<Template> set(String idOrType, String way, String text) {
        return set(idOrType, way, Literal.of(text));
    }

    /** Sets a value of the resources of which some other value is a text. */
    static UnaryOperator<Template> setWhere(String type, String where, String text, String way, Value<?> value) {
        return Edits.each(where(type, where, text), resource -> Edits.set(resource, way, value));
    }

    /** Takes away a value. */
    static UnaryOperator<Template> drop(String idOrType, String way) {
        return Edits.each(named(idOrType), resource -> Edits.set(resource, way, null));
    }

    /** Adds an item to a list. */
    static UnaryOperator<Template> append(String idOrType, String way, Value<?> item) {
        return Edits.each(named(idOrType), resource -> Edits.append(resource, way, item));
    }

    /** Changes what is said beside the properties. */
    static UnaryOperator<Template> options(String idOrType, UnaryOperator<ResourceOptions.Builder> change) {
        return Edits.each(named(idOrType), resource -> Edits.options(resource, change));
    }

    /** Puts another action in place of one, in every policy. */
    static UnaryOperator<Template> action(String action, String other) {
        return Edits.each(
                resource -> true,
                resource -> resource.withProperties(replaced(resource.properties(), action, Value.of(other))));
    }

    /** Puts another resource into each statement that names an action. */
    static UnaryOperator<Template> resource(String action, Value<?> other) {
        return Edits.each(resource -> true, resource -> {
            Resource changed = resource;
            for (String way : STATEMENTS) {
                if (Edits.find(changed.properties(), way) instanceof ListValue<?> statements) {
                    for (int i = 0; i < statements.items().size(); i++) {
                        String statement = way + "." + i + ".";
                        Value<?> actions = Edits.find(changed.properties(), statement + "Action");
                        if (actions != null && actions.toString().contains(action)) {
                            changed = Edits.set(changed, statement + "Resource", other);
                        }
                    }
                }
            }
            return changed;
        });
    }

    private static PropertyBag replaced(PropertyBag members, String text, Value<?> other) {
        PropertyBag.Builder builder = PropertyBag.builder();
        for (int i = 0; i < members.size(); i++) {
            builder.put(members.nameAt(i), replaced(members.valueAt(i), text, other));
        }
        return builder.build();
    }

    private static Value<?> replaced(Value<?> value, String text, Value<?> other) {
        if (value instanceof Literal<?> literal) {
            return literal.text().equals(text) ? other : value;
        }
        if (value instanceof ListValue<?> list) {
            List<Value<?>> items = new ArrayList<>();
            list.items().forEach(item -> items.add(replaced(item, text, other)));
            return ListValue.ofAny(items);
        }
        return value instanceof ObjectValue<?> object ? MapValue.ofAny(replaced(object.members(), text, other)) : value;
    }

    /** Puts another text in place of one, wherever it stands. */
    static UnaryOperator<Template> everywhere(String text, String other) {
        return action(text, other);
    }

    /** Sets a member of each statement that names an action; null takes it away. */
    static UnaryOperator<Template> statement(
            String type, String document, String action, String member, @Nullable Value<?> value) {
        return Edits.each(named(type), resource -> {
            Resource changed = resource;
            if (Edits.find(resource.properties(), document + ".Statement") instanceof ListValue<?> statements) {
                for (int i = 0; i < statements.items().size(); i++) {
                    if (statements.items().get(i).toString().contains(action)) {
                        changed = Edits.set(changed, document + ".Statement." + i + "." + member, value);
                    }
                }
            }
            return changed;
        });
    }

    /** Adds an item to a list of one resource. */
    static UnaryOperator<Template> addTo(String type, String id, String way, Value<?> item) {
        return Edits.each(named(type).and(named(id)), resource -> Edits.append(resource, way, item));
    }

    /** Gives a parameter another list. */
    static UnaryOperator<Template> parameterList(String name, String member, Value<?> list) {
        return changeParameter(name, member, list);
    }

    /** Adds a resource without properties. */
    static UnaryOperator<Template> with(String id, String type) {
        return Edits.with(GenericResource.builder(id, type).build());
    }

    /** Gives a parameter another default. */
    static UnaryOperator<Template> parameter(String name, String member, String text) {
        return changeParameter(name, member, Value.of(text));
    }

    private static UnaryOperator<Template> changeParameter(String name, String member, Value<?> value) {
        return template -> {
            List<Parameter> parameters = new ArrayList<>();
            for (Parameter parameter : template.parameters()) {
                boolean meant = parameter.logicalId().name().equals(name);
                parameters.add(
                        meant
                                ? Parameter.of(
                                        parameter.logicalId(),
                                        parameter.members().with(member, value),
                                        parameter.source())
                                : parameter);
            }
            return template.toBuilder().parameters(parameters).build();
        };
    }

    /** Takes away a parameter. */
    static UnaryOperator<Template> withoutParameter(String name) {
        return template -> template.toBuilder()
                .parameters(template.parameters().stream()
                        .filter(parameter -> !parameter.logicalId().name().equals(name))
                        .toList())
                .build();
    }

    /** Takes away an output. */
    static UnaryOperator<Template> withoutOutput(String name) {
        return template -> template.toBuilder()
                .outputs(template.outputs().stream()
                        .filter(output -> !output.logicalId().name().equals(name))
                        .toList())
                .build();
    }
}
