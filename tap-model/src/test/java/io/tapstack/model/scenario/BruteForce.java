package io.tapstack.model.scenario;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Rule;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.And;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Contains;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries all values of all parameters of a {@linkplain RandomConditions random template}, and computes what is so under each. */
final class BruteForce {

    private static final List<String> OTHERS = List.of("other1", "other2", "other3");

    private final Template template;
    private final Mapping mapping;
    private final List<Map<String, String>> assignments = new ArrayList<>();
    private Map<String, String> current = Map.of();
    private boolean missed;

    private BruteForce(Template template) {
        this.template = template;
        this.mapping = template.mappings().get(0);
    }

    /** All choices of parameters with which a stack can be made; if there is none, all choices. */
    static BruteForce of(Template template) {
        BruteForce force = new BruteForce(template);
        List<Map<String, String>> all = new ArrayList<>();
        force.choose(0, new HashMap<>(), all);
        for (Map<String, String> assignment : all) {
            if (force.isValid(assignment)) {
                force.assignments.add(assignment);
            }
        }
        if (force.assignments.isEmpty()) {
            force.assignments.addAll(all);
        }
        return force;
    }

    private void choose(int number, Map<String, String> chosen, List<Map<String, String>> all) {
        if (number == template.parameters().size()) {
            all.add(new HashMap<>(chosen));
            return;
        }
        Parameter parameter = template.parameters().get(number);
        List<String> values = new ArrayList<>();
        parameter.allowedValues().forEach(value -> values.add(((Literal<?>) value).text()));
        if (values.isEmpty()) {
            values.addAll(RandomConditions.TEXTS);
            for (String start : RandomConditions.TEXTS) {
                RandomConditions.TEXTS.forEach(end -> values.add(start + "-" + end));
            }
            values.addAll(OTHERS);
        }
        for (String value : values) {
            chosen.put(parameter.logicalId().name(), value);
            choose(number + 1, chosen, all);
        }
    }

    private boolean isValid(Map<String, String> assignment) {
        current = assignment;
        missed = false;
        boolean valid = true;
        for (Condition condition : template.conditions()) {
            truth(condition.body());
        }
        for (Rule rule : template.rules()) {
            ObjectValue<?> body = (ObjectValue<?>) rule.body();
            Value<?> when = body.members().find("RuleCondition");
            ListValue<?> assertions = (ListValue<?>) body.members().find("Assertions");
            Value<?> assertion =
                    ((ObjectValue<?>) assertions.items().get(0)).members().find("Assert");
            boolean applies = when == null || truth(when);
            valid &= truth(assertion) || !applies;
        }
        return valid && !missed;
    }

    List<Map<String, String>> assignments() {
        return assignments;
    }

    /** The choices under which these conditions are as they must be. */
    List<Map<String, String>> where(Map<String, Boolean> conditions) {
        List<Map<String, String>> found = new ArrayList<>();
        for (Map<String, String> assignment : assignments) {
            if (holds(assignment, conditions)) {
                found.add(assignment);
            }
        }
        return found;
    }

    boolean holds(Map<String, String> assignment, Map<String, Boolean> conditions) {
        current = assignment;
        for (Condition condition : template.conditions()) {
            Boolean wanted = conditions.get(condition.logicalId().name());
            if (wanted != null && wanted != truth(condition.body())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a guard is so under a choice. */
    boolean holds(Map<String, String> assignment, @Nullable Guard guard) {
        boolean holds = true;
        for (Guard step : guard == null ? List.<Guard>of() : guard.steps()) {
            List<String> values = step.values();
            holds &= values == null
                    ? holds(assignment, Map.of(step.name(), step.holds()))
                    : values.contains(assignment.get(step.name()));
        }
        return holds;
    }

    /** What a value is under a choice; empty if it is nothing, or cannot be found. */
    Optional<String> text(Map<String, String> assignment, @Nullable Value<?> value) {
        current = assignment;
        Value<?> chosen = value;
        while (chosen instanceof If<?> choice) {
            boolean holds = holds(assignment, Map.of(choice.condition().name(), true));
            chosen = holds ? choice.whenTrue() : choice.whenFalse();
        }
        missed = false;
        boolean nothing = chosen == null || chosen.equals(PseudoParameter.noValue());
        String text = nothing ? "" : text(chosen);
        return nothing || missed ? Optional.empty() : Optional.of(text);
    }

    private boolean truth(Value<?> value) {
        Intrinsic<?> function = (Intrinsic<?>) value;
        if (function instanceof ConditionReference reference) {
            return template.conditions().stream()
                    .filter(condition -> condition.logicalId().equals(reference.target()))
                    .allMatch(condition -> truth(condition.body()));
        }
        List<Value<?>> arguments = ((ListValue<?>) function.argument()).items();
        if (function instanceof Not) {
            return !truth(arguments.get(0));
        }
        boolean first = function instanceof And || function instanceof Or ? truth(arguments.get(0)) : false;
        boolean second = function instanceof And || function instanceof Or ? truth(arguments.get(1)) : false;
        if (function instanceof And || function instanceof Or) {
            return function instanceof And ? first && second : first || second;
        }
        if (function instanceof Contains) {
            return texts(arguments.get(0)).contains(text(arguments.get(1)));
        }
        if (function.functionName().equals("Fn::EachMemberIn")) {
            return texts(arguments.get(1)).containsAll(texts(arguments.get(0)));
        }
        return text(arguments.get(0)).equals(text(arguments.get(1)));
    }

    private List<String> texts(Value<?> list) {
        return ((ListValue<?>) list).items().stream().map(this::text).toList();
    }

    private String text(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return literal.text();
        }
        if (value instanceof Ref<?> ref) {
            return current.getOrDefault(ref.target(), "");
        }
        if (value instanceof Sub sub) {
            StringBuilder text = new StringBuilder();
            for (SubPart part : sub.parts()) {
                text.append(part.isPlaceholder() ? current.getOrDefault(part.name(), "") : part.text());
            }
            return text.toString();
        }
        FindInMap<?> lookup = (FindInMap<?>) value;
        Value<?> row = mapping.entries().find(text(lookup.argument(1)));
        Value<?> cell =
                row instanceof ObjectValue<?> columns ? columns.members().find(text(lookup.argument(2))) : null;
        missed |= cell == null;
        return cell == null ? "nothing, and equal to nothing " + System.identityHashCode(lookup) : text(cell);
    }
}
