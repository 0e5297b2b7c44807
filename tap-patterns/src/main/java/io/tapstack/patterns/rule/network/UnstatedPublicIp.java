package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A subnet that does not say whether instances in it get public addresses. */
public final class UnstatedPublicIp extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Subnets say that they give no public addresses";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::EC2::Subnet");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node flag : Node.property(context, element, "MapPublicIpOnLaunch")) {
            if (flag.isAbsent()) {
                sink.report(
                        flag.place(),
                        "The subnet " + element.name() + " does not say that it gives no public addresses.",
                        "Set MapPublicIpOnLaunch to false.");
            }
        }
    }
}
