package io.tapstack.patterns.proof;

import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.UnknownFunction;
import io.tapstack.model.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value refers to, however deep, each thing once and in order. */
final class Uses {

    /** In place of a name that a function makes. */
    static final String ANY = "*";

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, Set<String>> attributes = new LinkedHashMap<>();
    private final Set<String> conditions = new LinkedHashSet<>();
    private final Set<String> mappings = new LinkedHashSet<>();
    private final boolean made;

    private Uses(boolean made) {
        this.made = made;
    }

    static Uses of(@Nullable Value<?> value) {
        return collected(value, false);
    }

    /** The uses of what makes resources or conditions, in which {@code Condition} is a name too. */
    static Uses made(@Nullable Value<?> value) {
        return collected(value, true);
    }

    private static Uses collected(@Nullable Value<?> value, boolean made) {
        Uses uses = new Uses(made);
        uses.collect(value);
        return uses;
    }

    /** What {@code Ref} and placeholders name: parameters, pseudo parameters and resources. */
    Set<String> names() {
        return names;
    }

    /** The resources whose attributes are asked for, with the attributes. */
    Map<String, Set<String>> attributes() {
        return attributes;
    }

    /** Conditions. */
    Set<String> conditions() {
        return conditions;
    }

    /** Mappings. */
    Set<String> mappings() {
        return mappings;
    }

    private void collect(@Nullable Value<?> value) {
        if (value instanceof ObjectValue<?> object) {
            for (int i = 0; i < object.members().size(); i++) {
                if (made && object.members().nameAt(i).equals("Condition")) {
                    condition(object.members().valueAt(i));
                }
                collect(object.members().valueAt(i));
            }
        } else if (value instanceof ListValue<?> list) {
            list.items().forEach(this::collect);
        } else if (value instanceof Ref<?> ref) {
            names.add(ref.target());
        } else if (value instanceof GetAtt<?> attribute) {
            attribute(attribute.target().name(), attribute.attribute() instanceof Literal<?> name ? name.text() : ANY);
            collect(attribute.attribute());
        } else if (value instanceof Sub sub) {
            collect(sub);
        } else if (value instanceof Intrinsic<?> function) {
            name(function);
            collect(function.argument());
        }
    }

    private void collect(Sub sub) {
        for (SubPart part : sub.references()) {
            if (part.attribute().isPresent()) {
                attribute(part.name(), part.attribute().get());
            } else {
                names.add(part.name());
            }
        }
        for (int i = 0; i < sub.variables().size(); i++) {
            collect(sub.variables().valueAt(i));
        }
    }

    private void condition(Value<?> value) {
        if (value instanceof Literal<?> literal && literal.isString()) {
            conditions.add(literal.text().contains("${") ? ANY : literal.text());
        }
    }

    private void name(Intrinsic<?> function) {
        if (function instanceof If<?> choice) {
            conditions.add(choice.condition().name());
        } else if (function instanceof ConditionReference condition) {
            conditions.add(condition.target().name());
        } else if (function instanceof FindInMap<?>) {
            mappings.add(function.argument(0) instanceof Literal<?> mapping ? mapping.text() : ANY);
        } else if (function instanceof UnknownFunction
                && (function.functionName().equals("Ref")
                        || function.functionName().equals("Fn::GetAtt"))) {
            names.add(ANY);
        }
    }

    private void attribute(String resource, String attribute) {
        attributes.computeIfAbsent(resource, name -> new LinkedHashSet<>()).add(attribute);
    }
}
