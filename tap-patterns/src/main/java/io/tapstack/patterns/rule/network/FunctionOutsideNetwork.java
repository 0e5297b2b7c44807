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
 * The template makes a network, and a function of it runs outside, where the internet is open to it. Functions of templates without a
 * network are not judged.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html">Functions in a VPC</a>
 */
public final class FunctionOutsideNetwork extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Functions run in the network of the template";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Lambda::Function");
    }

    @Override
    protected boolean judges(TemplateContext context, Element element) {
        return !Existence.ofType(context, "AWS::EC2::Subnet").isEmpty();
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node subnets : Node.at(context, element, "VpcConfig", "SubnetIds")) {
            if (subnets.isUnknown()) {
                sink.unjudged(subnets.place(), "Where the function runs is not known before the stack is created.");
            } else if (subnets.items().isEmpty()) {
                sink.report(
                        subnets.place(),
                        "The function " + element.name() + " runs outside of the network"
                                + ", where the internet is open to it.",
                        "Set VpcConfig with the private subnets.");
            }
        }
    }
}
