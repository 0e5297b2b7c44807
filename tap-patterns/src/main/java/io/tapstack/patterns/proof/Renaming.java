package io.tapstack.patterns.proof;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.value.Functions;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Conditions and mappings under other names, so that those of two templates can stand in one. */
final class Renaming {

    private static final String SUFFIX = " of the old template";

    private Renaming() {}

    /** The name of a condition or mapping in place of its own. */
    static String of(String name) {
        return name + SUFFIX;
    }

    static Condition of(Condition condition) {
        return Condition.of(renamed(condition.logicalId()), renamed(condition.body()), condition.source());
    }

    static Mapping of(Mapping mapping) {
        return Mapping.of(renamed(mapping.logicalId()), mapping.entries(), mapping.source());
    }

    private static LogicalId renamed(LogicalId name) {
        return LogicalId.asWritten(of(name.name()));
    }

    private static Value<?> renamed(Value<?> value) {
        if (value instanceof Intrinsic<?> function) {
            return Functions.of(function.functionName(), argument(function));
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

    private static List<Value<?>> renamed(List<Value<?>> items) {
        List<Value<?>> renamed = new ArrayList<>(items.size());
        for (Value<?> item : items) {
            renamed.add(renamed(item));
        }
        return renamed;
    }

    private static Value<?> argument(Intrinsic<?> function) {
        Value<?> argument = function.argument();
        switch (function.functionName()) {
            case "Condition":
                return argument instanceof Literal<?> name ? Literal.of(of(name.text())) : renamed(argument);
            case "Fn::If":
            case "Fn::FindInMap":
                List<Value<?>> items = new ArrayList<>();
                if (argument instanceof ListValue<?> list) {
                    items.addAll(renamed(list.items()));
                }
                if (!items.isEmpty() && items.get(0) instanceof Literal<?> name) {
                    items.set(0, Literal.of(of(name.text())));
                    return ListValue.ofAny(items);
                }
                return renamed(argument);
            default:
                return renamed(argument);
        }
    }
}
