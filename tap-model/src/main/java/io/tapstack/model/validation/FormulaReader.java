package io.tapstack.model.validation;

import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.And;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the conditions of a template into formulas. What it does not understand becomes a variable that may be anything. */
final class FormulaReader {

    final List<ConditionVariable> variables = new ArrayList<>();

    private static final Formula CYCLE = Formula.constant(false);
    private static final String TRUE = "true";
    private static final int HEAVIEST = 1_000;

    private final TemplateContext context;
    private final Map<String, Formula> formulas = new HashMap<>();
    private final Map<Value<?>, ConditionVariable> byExpression = new HashMap<>();

    FormulaReader(TemplateContext context) {
        this.context = context;
        for (Element element : context.elements(Section.CONDITIONS)) {
            condition(element.name(), 0);
        }
    }

    /** The formula of a condition; one that may be anything if there is no such condition. */
    Formula formula(String condition) {
        Formula known = formulas.get(condition);
        if (known == null) {
            known = anything();
            formulas.put(condition, known);
        }
        return known;
    }

    private Formula condition(String name, int depth) {
        Formula known = formulas.get(name);
        if (known != null) {
            return known == CYCLE ? anything() : known;
        }
        formulas.put(name, CYCLE);
        Element element = context.find(Section.CONDITIONS, name);
        Declaration declaration = element == null ? null : element.declaration();
        Formula formula = declaration == null ? anything() : read(declaration.body(), depth + 1);
        formula = formula.weight() > HEAVIEST ? anything() : formula;
        formulas.put(name, formula);
        return formula;
    }

    private Formula read(Value<?> value, int depth) {
        if (depth > PathStack.MAXIMUM_DEPTH || !context.tooDeep().isEmpty()) {
            return anything();
        }
        if (value instanceof ConditionReference reference) {
            return condition(reference.target().name(), depth);
        }
        if (value instanceof Not not) {
            Value<?> inner = Arguments.at(not, 0);
            return inner == null ? anything() : Formula.not(read(inner, depth + 1));
        }
        if ((value instanceof And || value instanceof Or)
                && ((Intrinsic<?>) value).argument() instanceof ListValue<?> list) {
            List<Formula> parts = new ArrayList<>(list.items().size());
            for (Value<?> item : list.items()) {
                parts.add(read(item, depth + 1));
            }
            return value instanceof And ? Formula.all(parts) : Formula.any(parts);
        }
        if (value instanceof Equals equals) {
            Value<?> left = Arguments.at(equals, 0);
            Value<?> right = Arguments.at(equals, 1);
            return left == null || right == null ? anything() : equality(left, right);
        }
        return anything();
    }

    private Formula equality(Value<?> left, Value<?> right) {
        if (left instanceof Literal<?> text) {
            return right instanceof Literal<?> other
                    ? Formula.constant(text.text().equals(other.text()))
                    : comparison(variable(right), text.text());
        }
        if (right instanceof Literal<?> text) {
            return comparison(variable(left), text.text());
        }
        ConditionVariable one = variable(left);
        ConditionVariable two = variable(right);
        if (one == two) {
            return Formula.constant(true);
        }
        one.join(two);
        return Formula.equal(one, two);
    }

    private static Formula comparison(ConditionVariable variable, String text) {
        variable.compare(text);
        return Formula.equal(variable, text);
    }

    private Formula anything() {
        ConditionVariable variable = new ConditionVariable(variables.size(), null, Set.of(""), List.of());
        variables.add(variable);
        return comparison(variable, TRUE);
    }

    private ConditionVariable variable(Value<?> expression) {
        ConditionVariable known = byExpression.get(expression);
        if (known == null) {
            String parameter = expression instanceof Ref<?> ref ? ref.target() : null;
            Set<String> names = new HashSet<>();
            parameters(expression, names, 0);
            known = new ConditionVariable(variables.size(), parameter, names, allowedValues(parameter));
            variables.add(known);
            byExpression.put(expression, known);
        }
        return known;
    }

    private List<String> allowedValues(@Nullable String name) {
        Parameter parameter = name == null ? null : context.parameter(name);
        List<String> texts = new ArrayList<>();
        if (parameter != null) {
            for (Value<?> value : parameter.allowedValues()) {
                if (!(value instanceof Literal<?> literal)) {
                    return List.of();
                }
                texts.add(literal.text());
            }
        }
        return texts;
    }

    private static void parameters(Value<?> value, Set<String> names, int depth) {
        if (value instanceof Literal || depth > PathStack.MAXIMUM_DEPTH) {
            return;
        }
        if (value instanceof Ref<?> ref) {
            names.add(ref.target());
        } else if (value instanceof ListValue<?> list) {
            for (Value<?> item : list.items()) {
                parameters(item, names, depth + 1);
            }
        } else if (value instanceof Intrinsic<?> function) {
            if (function instanceof Sub) {
                names.add("");
            }
            parameters(function.argument(), names, depth + 1);
        } else if (value instanceof ObjectValue<?> object) {
            for (int i = 0; i < object.members().size(); i++) {
                parameters(object.members().valueAt(i), names, depth + 1);
            }
        }
    }
}
