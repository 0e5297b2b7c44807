package io.tapstack.reference.requirement;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The assignments of parameters that matter to a template: every combination of the values on which its conditions turn, and each other
 * value that is allowed, or the end of what is allowed, on its own.
 */
final class Assignments {

    private static final int MOST = 4096;
    private static final String SOMETHING = "something";

    private Assignments() {}

    /** All of them, the defaults first. */
    static List<Map<String, String>> of(Template template) {
        Map<String, Set<String>> decisive = decisive(template);
        List<Map<String, String>> all = new ArrayList<>();
        all.add(defaults(template));
        for (Map.Entry<String, Set<String>> parameter : decisive.entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> one : all) {
                for (String value : parameter.getValue()) {
                    more.add(with(one, parameter.getKey(), value));
                }
            }
            all = more;
            if (all.size() > MOST) {
                throw new AssertionError("more than " + MOST + " assignments of " + decisive.keySet());
            }
        }
        for (Parameter parameter : template.parameters()) {
            String name = parameter.logicalId().name();
            if (!decisive.containsKey(name)) {
                for (String value : ends(parameter)) {
                    all.add(with(defaults(template), name, value));
                }
            }
        }
        return new ArrayList<>(new LinkedHashSet<>(all));
    }

    private static Map<String, String> with(Map<String, String> assignment, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(assignment);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> defaults(Template template) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (Parameter parameter : template.parameters()) {
            parameter
                    .defaultValue()
                    .ifPresent(value -> defaults.put(parameter.logicalId().name(), text(value)));
        }
        return defaults;
    }

    private static Set<String> ends(Parameter parameter) {
        Set<String> values = new LinkedHashSet<>();
        parameter.allowedValues().forEach(value -> values.add(text(value)));
        parameter.text("MinValue").ifPresent(values::add);
        parameter.text("MaxValue").ifPresent(values::add);
        return values;
    }

    /** The parameters on which conditions turn, with the values that make a difference; the default first. */
    private static Map<String, Set<String>> decisive(Template template) {
        Map<String, Set<String>> compared = new LinkedHashMap<>();
        for (Condition condition : template.conditions()) {
            collect(condition.body(), compared);
        }
        Map<String, Set<String>> decisive = new LinkedHashMap<>();
        for (Parameter parameter : template.parameters()) {
            Set<String> texts = compared.get(parameter.logicalId().name());
            if (texts != null) {
                Set<String> values = new LinkedHashSet<>();
                parameter.defaultValue().ifPresent(value -> values.add(text(value)));
                parameter.allowedValues().forEach(value -> values.add(text(value)));
                if (parameter.allowedValues().isEmpty()) {
                    values.addAll(texts);
                    values.add(SOMETHING);
                }
                decisive.put(parameter.logicalId().name(), values);
            }
        }
        return decisive;
    }

    private static void collect(Value<?> value, Map<String, Set<String>> compared) {
        if (value instanceof Equals equals && equals.argument() instanceof ListValue<?> sides) {
            Value<?> left = sides.items().get(0);
            Value<?> right = sides.items().get(1);
            add(left, right, compared);
            add(right, left, compared);
        } else if (value instanceof ListValue<?> list) {
            list.items().forEach(item -> collect(item, compared));
        } else if (value instanceof Intrinsic<?> function && !(value instanceof ConditionReference)) {
            collect(function.argument(), compared);
        }
    }

    private static void add(Value<?> side, Value<?> other, Map<String, Set<String>> compared) {
        if (side instanceof Ref<?> ref) {
            Set<String> values = compared.computeIfAbsent(ref.target(), name -> new LinkedHashSet<>());
            if (other instanceof Literal<?> literal) {
                values.add(literal.text());
            }
        }
    }

    private static String text(Value<?> value) {
        return value instanceof Literal<?> literal ? literal.text() : value.toString();
    }
}
