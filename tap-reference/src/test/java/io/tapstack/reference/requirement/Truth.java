package io.tapstack.reference.requirement;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.And;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;

/** Which conditions of a template hold for an assignment of its parameters. */
final class Truth {

    private static final Map<String, String> PSEUDO = Map.of("AWS::Region", "us-east-1", "AWS::Partition", "aws");

    private final Template template;
    private final Map<String, String> assignment;

    Truth(Template template, Map<String, String> assignment) {
        this.template = template;
        this.assignment = assignment;
    }

    /** Whether a condition holds; one that is not declared does not. */
    boolean holds(String condition) {
        for (Condition declared : template.conditions()) {
            if (declared.logicalId().name().equals(condition)) {
                return isTrue(declared.body());
            }
        }
        return false;
    }

    private boolean isTrue(Value<?> expression) {
        if (expression instanceof ConditionReference reference) {
            return holds(text(reference.argument()));
        }
        List<Value<?>> arguments =
                expression instanceof Intrinsic<?> function && function.argument() instanceof ListValue<?> list
                        ? list.items()
                        : List.of();
        if (expression instanceof Equals) {
            return text(arguments.get(0)).equals(text(arguments.get(1)));
        }
        if (expression instanceof Not) {
            return !isTrue(arguments.get(0));
        }
        if (expression instanceof And) {
            return arguments.stream().allMatch(this::isTrue);
        }
        if (expression instanceof Or) {
            return arguments.stream().anyMatch(this::isTrue);
        }
        throw new AssertionError("no way to tell whether " + expression + " holds");
    }

    private String text(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return literal.text();
        }
        if (value instanceof Ref<?> ref) {
            return assignment.getOrDefault(ref.target(), PSEUDO.getOrDefault(ref.target(), ""));
        }
        throw new AssertionError("no way to compare " + value);
    }
}
