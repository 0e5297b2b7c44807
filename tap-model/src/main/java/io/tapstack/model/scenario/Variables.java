package io.tapstack.model.scenario;

import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters and mappings of a template, and the variables that stand for what its conditions compare. */
final class Variables {

    private static final String SSM = "AWS::SSM::Parameter::Value<";
    private static final int MOST_PARTS = 1_000;

    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Map<String, Mapping> mappings = new HashMap<>();
    private final Map<String, Variable> byParameter = new HashMap<>();
    private final Map<Value<?>, Variable> byExpression = new HashMap<>();
    private final List<Parameter> inOrder;
    private int count;

    Variables(Template template) {
        inOrder = template.parameters();
        for (Parameter parameter : inOrder) {
            parameters.putIfAbsent(parameter.logicalId().name(), parameter);
        }
        for (Mapping mapping : template.mappings()) {
            mappings.putIfAbsent(mapping.logicalId().name(), mapping);
        }
    }

    /** How many variables there are; each has a number below that. */
    int count() {
        return count;
    }

    @Nullable
    Mapping mapping(String name) {
        return mappings.get(name);
    }

    /** The parameters of a type, in order. */
    List<Parameter> parametersOfType(String type) {
        List<Parameter> found = new ArrayList<>();
        for (Parameter parameter : inOrder) {
            if (parameter.type().equals(type)) {
                found.add(parameter);
            }
        }
        return found;
    }

    /** Whether this is the name of a parameter whose value is a list. */
    boolean isList(String name) {
        Parameter parameter = parameters.get(name);
        return parameter != null && parameter.isList();
    }

    /** Whether this is the name of a parameter or pseudo parameter whose value is one text. */
    boolean isText(String name) {
        return name.startsWith("AWS::") ? !name.equals("AWS::NoValue") : parameters.containsKey(name) && !isList(name);
    }

    /** The values that a parameter can have; none if it can have any, or if that is not known. */
    List<String> allowed(String name) {
        Parameter parameter = parameters.get(name);
        List<String> texts = new ArrayList<>();
        if (parameter == null || parameter.isList() || parameter.type().startsWith(SSM)) {
            return texts;
        }
        for (Value<?> value : parameter.allowedValues()) {
            if (!(value instanceof Literal<?> literal)) {
                return List.of();
            }
            texts.add(literal.text());
        }
        return texts;
    }

    /** The value of a parameter or pseudo parameter. */
    Variable parameter(String name) {
        Variable known = byParameter.get(name);
        if (known == null) {
            Parameter parameter = parameters.get(name);
            String preferred = parameter != null
                            && !parameter.type().startsWith(SSM)
                            && parameter.members().find("Default") instanceof Literal<?> chosen
                    ? chosen.text()
                    : null;
            known = isList(name)
                    ? Variable.ofExpression(count++, Set.of(name), false)
                    : Variable.ofParameter(count++, name, allowed(name), preferred);
            byParameter.put(name, known);
        }
        return known;
    }

    /** What an expression yields; the same expression is the same variable. */
    Variable expression(Value<?> expression) {
        if (expression instanceof Ref<?> ref) {
            return parameter(ref.target());
        }
        Set<String> names = new LinkedHashSet<>();
        if (collect(expression, names, 0, new int[] {MOST_PARTS})) {
            return byExpression.computeIfAbsent(expression, made -> ofFunction(made, names));
        }
        return unknown(names);
    }

    private Variable ofFunction(Value<?> expression, Set<String> names) {
        boolean opaque = names.isEmpty()
                || expression instanceof Sub
                || expression instanceof FindInMap
                || expression instanceof Join join && !(join.argument(1) instanceof Ref);
        for (String name : names) {
            opaque |= !allowed(name).isEmpty();
        }
        return Variable.ofExpression(count++, names, opaque);
    }

    /** Something of which nothing is known but the parameters that may decide it. */
    Variable unknown(Set<String> dependsOn) {
        return Variable.ofExpression(count++, dependsOn, true);
    }

    /** The parameters that decide a value; in the rules of a template also those that are named as plain texts. */
    Set<String> decisive(Value<?> value) {
        Set<String> names = new LinkedHashSet<>();
        collect(value, names, 0, new int[] {MOST_PARTS});
        return names;
    }

    /** Whether the whole value could be looked at. */
    private boolean collect(Value<?> value, Set<String> names, int depth, int[] left) {
        if (--left[0] < 0 || depth > ConditionReader.MAXIMUM_DEPTH) {
            return false;
        }
        boolean whole = true;
        if (value instanceof Ref<?> ref) {
            names.add(ref.target());
        } else if (value instanceof Literal<?> literal && parameters.containsKey(literal.text())) {
            names.add(literal.text());
        } else if (value instanceof ListValue<?> list) {
            for (Value<?> item : list.items()) {
                whole &= collect(item, names, depth + 1, left);
            }
        } else if (value instanceof Intrinsic<?> function) {
            if (function instanceof Sub sub) {
                for (SubPart part : sub.references()) {
                    names.add(part.name());
                }
            }
            whole = collect(function.argument(), names, depth + 1, left);
        } else if (value instanceof ObjectValue<?> object) {
            for (int i = 0; i < object.members().size(); i++) {
                whole &= collect(object.members().valueAt(i), names, depth + 1, left);
            }
        }
        return whole;
    }
}
