package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/**
 * A security group lets out to another group of the template, which lets nothing of it in; or a group lets in from another one, which
 * may not send there. Either the traffic is not meant, or it does not work.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html">Rules of security groups</a>
 */
public final class OneSidedRule extends ResourceRule {

    private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Security groups name the traffic between them on both sides";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of(EGRESS, INGRESS);
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        boolean egress = Existence.isOf(element, EGRESS);
        String peer = egress ? "DestinationSecurityGroupId" : "SourceSecurityGroupId";
        for (Node group : Node.property(context, element, "GroupId")) {
            for (Node other : Node.property(context, element, peer)) {
                if (group.isAbsent() || other.isAbsent()) {
                    continue;
                }
                String own = group.target().orElse("");
                String far = other.target().orElse("");
                if (context.resource(own) == null || context.resource(far) == null) {
                    sink.unjudged(other.place(), "One of the groups is not declared in the template.");
                } else if (!new GroupTraffic(context, element).isAnswered(own, far, egress)) {
                    sink.report(
                            other.place(),
                            far + (egress ? " lets in nothing of what " : " lets out nothing of what ") + own
                                    + (egress ? " lets out to it" : " lets in from it") + " by " + element.name() + ".",
                            "Add the rule of the other side, for the same ports.");
                }
            }
        }
    }
}
