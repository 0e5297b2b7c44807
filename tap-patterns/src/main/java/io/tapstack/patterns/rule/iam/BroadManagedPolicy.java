package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A role with a policy of AWS that allows its actions on everything. */
public final class BroadManagedPolicy extends ResourceRule {

    private static final Pattern OF_AWS = Pattern.compile(":iam::aws:policy/(?:[\\w+=,.@-]+/)*([\\w+=,.@-]+)");

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
                check(context, element, policy, sink);
            }
        }
    }

    private static void check(TemplateContext context, Element element, Node policy, FindingSink sink) {
        Matcher ofAws = OF_AWS.matcher(Mentions.written(policy.value()));
        if (ofAws.find()) {
            sink.report(
                    policy.place(),
                    element.name() + " has the policy " + ofAws.group(1)
                            + " of AWS, which allows its actions on all resources.",
                    "Write a policy with the actions and resources that are needed.");
        } else if (policy.isUnknown() && context.resource(policy.target().orElse("")) == null) {
            sink.unjudged(policy.place(), "Which policy it is is not known before the stack is created.");
        }
    }
}
