package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.ConditionTest;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import io.tapstack.patterns.rule.When;
import java.util.List;

/**
 * Grants on a key may be made for anything, not for resources of AWS only: who may make grants may give away the key.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">Condition keys of AWS KMS</a>
 */
public final class UnboundGrant extends AllowRule {

    @Override
    public String title() {
        return "Grants on keys are for resources of AWS";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        List<Node> actions = statement.items("Action");
        boolean known = known(actions, sink);
        When bound = isForResourcesOfAws(statement);
        for (Node action : actions) {
            if (!action.text().orElse("").equalsIgnoreCase("kms:CreateGrant")
                    || bound.covers(context, action.guard())) {
                continue;
            }
            if (bound.or(statement.hasUnknownCondition()).covers(context, action.guard())) {
                sink.unjudged(action.place(), "What grants may be made for is not known.");
                known = false;
            } else {
                sink.report(
                        bound.missing(context, action.place()),
                        "Grants may be made for anything, so the use of the key may be given away.",
                        "Add the condition kms:GrantIsForAWSResource true.");
            }
        }
        return known;
    }

    /** When the condition says so, and says it is true. */
    private static When isForResourcesOfAws(PolicyStatement statement) {
        When bound = When.never();
        for (ConditionTest test : statement.tests()) {
            if (test.says("bool", "kms:grantisforawsresource", "true")) {
                bound = bound.or(When.of(test.values().guard()));
            }
        }
        return bound;
    }
}
