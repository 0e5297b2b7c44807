package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
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
        for (Node action : actions) {
            if (action.is("kms:CreateGrant") && !isBound(statement)) {
                sink.report(
                        action.place(),
                        "Grants may be made for anything, so the use of the key may be given away.",
                        "Add the condition kms:GrantIsForAWSResource true.");
            }
        }
        return known(actions, sink);
    }

    /** Every way in which the condition can turn out says so, and says it is true. */
    private static boolean isBound(PolicyStatement statement) {
        return statement.node().member("Condition").stream().allMatch(UnboundGrant::isForResourcesOfAws);
    }

    private static boolean isForResourcesOfAws(Node condition) {
        return condition.member("Bool").stream()
                .flatMap(flags -> flags.member("kms:GrantIsForAWSResource").stream())
                .allMatch(
                        flag -> !flag.items().isEmpty() && flag.items().stream().allMatch(value -> value.is("true")));
    }
}
