package io.tapstack.model.scenario;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Rule;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.And;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Contains;
import io.tapstack.model.value.EachMemberIn;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Templates of random parameters, a mapping, conditions and rules. */
final class RandomConditions {

    /** The texts that parameters are compared with. */
    static final List<String> TEXTS = List.of("a", "b", "c");

    private static final int PARAMETERS = 3;
    private static final int CONDITIONS = 4;

    private final Random random;
    private final List<List<String>> allowed = new ArrayList<>();

    private RandomConditions(long seed) {
        random = new Random(seed);
    }

    /** The template of a seed, with so many rules. */
    static Template of(long seed, int rules) {
        return new RandomConditions(seed).template(rules);
    }

    /** A value of the template of a seed, behind up to so many conditions in each other. */
    static Value<String> value(long seed, int depth) {
        RandomConditions conditions = new RandomConditions(seed);
        conditions.template(0);
        return conditions.value(depth);
    }

    private Value<String> value(int depth) {
        switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0:
                return Literal.of(text());
            case 1:
                return PseudoParameter.noValue();
            case 2:
                return parameter();
            case 3:
                return lookup();
            default:
                LogicalId condition = LogicalId.of("C" + random.nextInt(CONDITIONS));
                return If.of(condition, value(depth - 1), value(depth - 1));
        }
    }

    private Template template(int rules) {
        Template.Builder template = Template.builder();
        for (int i = 0; i < PARAMETERS; i++) {
            allowed.add(random.nextInt(3) == 0 ? List.of() : TEXTS.subList(0, 1 + random.nextInt(TEXTS.size())));
            Parameter.Builder parameter = Parameter.string("P" + i);
            if (!allowed.get(i).isEmpty()) {
                parameter.allowedValues(allowed.get(i).toArray(new String[0]));
            }
            if (random.nextBoolean()) {
                parameter.defaultValue(
                        allowed.get(i).isEmpty() ? text() : allowed.get(i).get(0));
            }
            template.addParameters(parameter.build());
        }
        Mapping.Builder mapping = Mapping.builder("M");
        for (String row : TEXTS.subList(random.nextInt(TEXTS.size()), TEXTS.size())) {
            mapping.put(row, "a", text()).put(row, "b", text());
        }
        template.addMappings(mapping.build());
        for (int i = 0; i < rules; i++) {
            Rule.Builder rule = Rule.builder("R" + i);
            if (random.nextBoolean()) {
                rule.when(formula(1, 0));
            }
            template.addRules(rule.require(formula(2, 0), "must be").build());
        }
        for (int i = 0; i < CONDITIONS; i++) {
            template.addConditions(Condition.of("C" + i, formula(3, i)));
        }
        return template.build();
    }

    private Value<Boolean> formula(int depth, int conditions) {
        switch (random.nextInt(depth == 0 ? 3 : 7)) {
            case 0:
                return Equals.of(parameter(), parameter());
            case 1:
                return conditions == 0
                        ? membership()
                        : ConditionReference.to(LogicalId.of("C" + random.nextInt(conditions)));
            case 3:
                return Not.of(formula(depth - 1, conditions));
            case 4:
                return And.of(formula(depth - 1, conditions), formula(depth - 1, conditions));
            case 5:
                return Or.of(formula(depth - 1, conditions), formula(depth - 1, conditions));
            case 6:
                return Equals.of(finite(), random.nextBoolean() ? parameter() : Literal.of(text() + "-" + text()));
            default:
                return Equals.of(parameter(), text());
        }
    }

    private Value<Boolean> membership() {
        return random.nextBoolean()
                ? Contains.of(Value.strings("a", "c"), parameter())
                : EachMemberIn.of(Value.list(parameter(), parameter()), Value.strings("b", "a"));
    }

    private Value<String> finite() {
        List<String> bounded = new ArrayList<>();
        for (int i = 0; i < PARAMETERS; i++) {
            if (!allowed.get(i).isEmpty()) {
                bounded.add("P" + i);
            }
        }
        if (bounded.isEmpty() || random.nextBoolean()) {
            return lookup();
        }
        String first = bounded.get(random.nextInt(bounded.size()));
        String second = bounded.get(random.nextInt(bounded.size()));
        return Sub.of("${" + first + "}-${" + second + "}");
    }

    private Value<String> lookup() {
        return FindInMap.of(LogicalId.of("M"), parameter(), random.nextBoolean() ? parameter() : Literal.of("b"));
    }

    private Ref<String> parameter() {
        return Ref.to(LogicalId.of("P" + random.nextInt(PARAMETERS)));
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
