package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/**
 * A VPC endpoint has no policy, so everybody in the network reaches every account's resources of the service through it.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint policies</a>
 */
public final class EndpointWithoutPolicy extends ResourceRule {

    @Override
    public String title() {
        return "Endpoints have policies";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::EC2::VPCEndpoint");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node policy : Node.property(context, element, "PolicyDocument")) {
            if (policy.isAbsent()) {
                sink.report(
                        policy.place(),
                        "The endpoint " + element.name() + " has no policy"
                                + ", so it lets through every call of everybody.",
                        "Add a PolicyDocument that names principals, actions and resources.");
            } else if (policy.isUnknown()) {
                sink.unjudged(policy.place(), "The policy is not known before the stack is created.");
            }
        }
    }
}
