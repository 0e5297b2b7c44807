package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.Sub;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A role with a policy of AWS that allows its actions on everything. */
public final class BroadManagedPolicy extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Roles have policies of their own";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::IAM::Role");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node list : Node.property(context, element, "ManagedPolicyArns")) {
            for (Node policy : list.items()) {
                String text = policy.value() instanceof Sub sub
                        ? sub.text()
                        : policy.text().orElse("");
                if (text.contains(":iam::aws:policy/")) {
                    sink.report(
                            policy.place(),
                            element.name() + " has the policy " + text.substring(text.lastIndexOf('/') + 1)
                                    + " of AWS, which allows its actions on all resources.",
                            "Write a policy with the actions and resources that are needed.");
                }
            }
        }
    }
}
