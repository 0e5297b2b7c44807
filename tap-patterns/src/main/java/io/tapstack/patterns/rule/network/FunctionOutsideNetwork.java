package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The template makes a network, and a function of it runs outside, where the internet is open to it. Functions are
 * not judged where the template makes no network.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html">Functions in a VPC</a>
 */
public final class FunctionOutsideNetwork extends ResourceRule {

    private static final String SUBNET = "AWS::EC2::Subnet";

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
        return !Existence.ofType(context, SUBNET).isEmpty();
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        When network = When.never();
        for (Element subnet : Existence.ofType(context, SUBNET)) {
            network = network.or(When.of(subnet.guard()));
        }
        for (Node subnets : Node.at(context, element, "VpcConfig", "SubnetIds")) {
            if (subnets.isUnknown()) {
                sink.unjudged(subnets.place(), "Where the function runs is not known before the stack is created.");
            }
            for (Node outside : subnets.voids()) {
                List<@Nullable Guard> both = network.meeting(context, outside.guard());
                if (!both.isEmpty()) {
                    sink.report(
                            Place.of(element, outside.place().path(), both.get(0)),
                            "The function " + element.name() + " runs outside of the network"
                                    + ", where the internet is open to it.",
                            "Set VpcConfig with the private subnets.");
                }
            }
        }
    }
}
