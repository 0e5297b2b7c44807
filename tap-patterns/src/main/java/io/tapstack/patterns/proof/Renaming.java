package io.tapstack.patterns.proof;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.Functions;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions and mappings of the old template under other names, so that they can stand beside those of the new one; and the
 * parameters that mean something else in it.
 */
final class Renaming {

    private static final String SUFFIX = " of the old template";

    private final Redefinitions redefinitions;

    Renaming(Redefinitions redefinitions) {
        this.redefinitions = redefinitions;
    }

    /** The name of a condition, mapping or parameter in place of its own. */
    static String of(String name) {
        return name + SUFFIX;
    }

    private static LogicalId renamed(LogicalId name) {
        return LogicalId.asWritten(of(name.name()));
    }

    Condition of(Condition condition) {
        return Condition.of(renamed(condition.logicalId()), renamed(condition.body()), condition.source());
    }

    Mapping of(Mapping mapping) {
        return Mapping.of(renamed(mapping.logicalId()), mapping.entries(), mapping.source());
    }

    /** A parameter as conditions of the old template ask for it. */
    Parameter of(Parameter parameter) {
        return isOther(parameter.logicalId().name())
                ? Parameter.of(renamed(parameter.logicalId()), parameter.members(), parameter.source())
                : parameter;
    }

    private boolean isOther(String parameter) {
        return !redefinitions.parameter(parameter).isEmpty();
    }

    private Value<?> renamed(Value<?> value) {
        if (value instanceof Ref<?> ref) {
            return isOther(ref.target()) ? Ref.to(LogicalId.asWritten(of(ref.target()))) : ref;
        }
        if (value instanceof Intrinsic<?> function) {
            return renamed(function);
        }
        if (value instanceof ListValue<?> list) {
            return ListValue.ofAny(renamed(list.items()));
        }
        if (value instanceof ObjectValue<?> object) {
            PropertyBag.Builder members = PropertyBag.builder();
            for (int i = 0; i < object.members().size(); i++) {
                members.put(object.members().nameAt(i), renamed(object.members().valueAt(i)));
            }
            return MapValue.ofAny(members.build());
        }
        return value;
    }

    private List<Value<?>> renamed(List<Value<?>> items) {
        List<Value<?>> renamed = new ArrayList<>(items.size());
        for (Value<?> item : items) {
            renamed.add(renamed(item));
        }
        return renamed;
    }

    private Value<?> renamed(Intrinsic<?> function) {
        Value<?> argument = function.argument();
        boolean named = function instanceof If<?> || function instanceof FindInMap<?>;
        if (function.functionName().equals("Condition") && argument instanceof Literal<?> name) {
            return Functions.of("Condition", Literal.of(of(name.text())));
        }
        if (named && argument instanceof ListValue<?> list && list.items().get(0) instanceof Literal<?> name) {
            List<Value<?>> items = renamed(list.items());
            items.set(0, Literal.of(of(name.text())));
            return Functions.of(function.functionName(), ListValue.ofAny(items));
        }
        if (named || function instanceof Sub sub && namesOther(sub)) {
            return itself(function);
        }
        return Functions.of(function.functionName(), renamed(argument));
    }

    private boolean namesOther(Sub sub) {
        return sub.references().stream().anyMatch(part -> isOther(part.name()));
    }

    /** The same text in other words, which is nothing that stands in the new template too. */
    private static Value<?> itself(Value<?> value) {
        return Functions.of(
                "Fn::Join",
                ListValue.ofAny(List.of(Literal.of(""), ListValue.ofAny(List.of(Literal.of(SUFFIX), value)))));
    }
}
