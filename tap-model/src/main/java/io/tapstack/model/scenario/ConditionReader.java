package io.tapstack.model.scenario;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Rule;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.And;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Contains;
import io.tapstack.model.value.EachMemberEquals;
import io.tapstack.model.value.EachMemberIn;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.RefAll;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the conditions and rules of a template into formulas. What it does not understand becomes a variable that may be anything.
 */
final class ConditionReader {

    /** How deep conditions may be nested: what is deeper is not understood. */
    static final int MAXIMUM_DEPTH = 100;

    private static final String TRUE = "true";
    private static final int HEAVIEST = 1_000;

    private final Variables variables;
    private final TextCases texts;
    private final Map<String, Condition> declared = new HashMap<>();
    private final Map<String, Formula> formulas = new HashMap<>();
    private final List<Formula> demands = new ArrayList<>();
    private int left;

    ConditionReader(Template template, Variables variables) {
        this.variables = variables;
        this.texts = new TextCases(this, variables);
        for (Condition condition : template.conditions()) {
            declared.putIfAbsent(condition.logicalId().name(), condition);
        }
        for (Condition condition : template.conditions()) {
            left = HEAVIEST;
            condition(condition.logicalId().name(), 0);
        }
        for (Rule rule : template.rules()) {
            left = HEAVIEST;
            demand(rule(rule.body()));
        }
    }

    /** The formula of a condition; one that may be anything if there is no such condition. */
    Formula formula(String condition) {
        return formulas.computeIfAbsent(condition, name -> anything(Set.of()));
    }

    /** What must be so in every stack: the rules of the template, and that mappings have what conditions look up. */
    List<Formula> demands() {
        return demands;
    }

    void demand(Formula formula) {
        if (formula != Formula.constant(true)) {
            demands.add(formula);
        }
    }

    private Formula anything(Set<String> dependsOn) {
        return Formula.isOneOf(variables.unknown(dependsOn), List.of(TRUE));
    }

    private Formula anything(Value<?> value) {
        return anything(variables.decisive(value));
    }

    private Formula condition(String name, int depth) {
        Formula known = formulas.get(name);
        if (known != null) {
            return known;
        }
        Condition condition = declared.get(name);
        if (condition == null) {
            return formula(name);
        }
        formulas.put(name, anything(Set.of()));
        Formula read = read(condition.body(), depth + 1);
        Formula light = read.weight() > HEAVIEST ? anything(condition.body()) : read;
        formulas.put(name, light);
        return light;
    }

    private Formula rule(Value<?> body) {
        if (!(body instanceof ObjectValue<?> rule)
                || !(rule.members().find("Assertions") instanceof ListValue<?> all)) {
            return Formula.constant(true);
        }
        List<Formula> asserted = new ArrayList<>();
        for (Value<?> item : all.items()) {
            Value<?> assertion =
                    item instanceof ObjectValue<?> object ? object.members().find("Assert") : null;
            if (assertion != null) {
                asserted.add(read(assertion, 1));
            }
        }
        Value<?> when = rule.members().find("RuleCondition");
        Formula demand = Formula.all(asserted);
        demand = when == null ? demand : Formula.any(List.of(Formula.not(read(when, 1)), demand));
        return demand.weight() > HEAVIEST ? anything(body) : demand;
    }

    private Formula read(Value<?> value, int depth) {
        if (depth > MAXIMUM_DEPTH || --left < 0) {
            return anything(value);
        }
        if (value instanceof ConditionReference reference) {
            return condition(reference.target().name(), depth);
        }
        if (!(value instanceof Intrinsic<?> function)) {
            return value instanceof Literal<?> literal && isTruth(literal)
                    ? Formula.constant(literal.text().equals(TRUE))
                    : anything(value);
        }
        Value<?> first = function.argument(0);
        Value<?> second = function.argument(1);
        if (function instanceof Not && first != null) {
            return Formula.not(read(first, depth + 1));
        }
        if (function instanceof And || function instanceof Or) {
            return junction(function, depth);
        }
        if (first == null || second == null) {
            return anything(value);
        }
        if (function instanceof Equals) {
            return equality(first, second, depth);
        }
        Formula membership = membership(function, first, second, depth);
        return membership == null ? anything(value) : membership;
    }

    private static boolean isTruth(Literal<?> literal) {
        return literal.text().equals(TRUE) || literal.text().equals("false");
    }

    private Formula junction(Intrinsic<?> function, int depth) {
        if (!(function.argument() instanceof ListValue<?> list)) {
            return anything(function);
        }
        List<Formula> parts = new ArrayList<>(list.items().size());
        for (Value<?> item : list.items()) {
            parts.add(read(item, depth + 1));
        }
        return function instanceof And ? Formula.all(parts) : Formula.any(parts);
    }

    /** The functions about lists that rules may use; null if the lists are not known. */
    private @Nullable Formula membership(Intrinsic<?> function, Value<?> first, Value<?> second, int depth) {
        List<Value<?>> items = items(first);
        if (items == null) {
            return null;
        }
        if (function instanceof Contains) {
            return isAmong(second, items, depth);
        }
        List<Value<?>> others = items(second);
        List<Formula> each = new ArrayList<>();
        for (Value<?> item : items) {
            if (function instanceof EachMemberEquals) {
                each.add(equality(item, second, depth));
            } else if (function instanceof EachMemberIn && others != null) {
                each.add(isAmong(item, others, depth));
            } else {
                return null;
            }
        }
        return Formula.all(each);
    }

    private Formula isAmong(Value<?> value, List<Value<?>> items, int depth) {
        List<Formula> any = new ArrayList<>();
        for (Value<?> item : items) {
            any.add(equality(value, item, depth));
        }
        return Formula.any(any);
    }

    private @Nullable List<Value<?>> items(Value<?> value) {
        List<Value<?>> items = new ArrayList<>();
        if (value instanceof RefAll all && all.argument() instanceof Literal<?> type) {
            for (Parameter parameter : variables.parametersOfType(type.text())) {
                items.add(Ref.to(parameter.logicalId()));
            }
        } else if (value instanceof ListValue<?> list) {
            items.addAll(list.items());
        } else {
            return null;
        }
        for (Value<?> item : items) {
            if (item instanceof Ref<?> ref && variables.isList(ref.target())) {
                return null;
            }
        }
        return items;
    }

    /** When a value is a text. */
    Formula isText(Value<?> value, String text, int depth) {
        return equality(value, Literal.of(text), depth);
    }

    private Formula equality(Value<?> left, Value<?> right, int depth) {
        if (left instanceof Ref<?> ref && right instanceof Literal<?> text) {
            return Formula.isOneOf(variables.parameter(ref.target()), List.of(text.text()));
        }
        Map<String, Formula> one = texts.of(left, depth);
        Map<String, Formula> other = texts.of(right, depth);
        if (one == null) {
            return other == null
                    ? Formula.equal(variables.expression(left), variables.expression(right))
                    : isCase(variables.expression(left), other);
        }
        return other == null ? isCase(variables.expression(right), one) : isSame(one, other);
    }

    private static Formula isCase(Variable variable, Map<String, Formula> cases) {
        List<Formula> ways = new ArrayList<>(cases.size());
        for (Map.Entry<String, Formula> one : cases.entrySet()) {
            ways.add(Formula.all(List.of(one.getValue(), Formula.isOneOf(variable, List.of(one.getKey())))));
        }
        return Formula.any(ways);
    }

    private static Formula isSame(Map<String, Formula> cases, Map<String, Formula> others) {
        List<Formula> ways = new ArrayList<>(cases.size());
        for (Map.Entry<String, Formula> one : cases.entrySet()) {
            Formula same = others.get(one.getKey());
            if (same != null) {
                ways.add(Formula.all(List.of(one.getValue(), same)));
            }
        }
        return Formula.any(ways);
    }
}
