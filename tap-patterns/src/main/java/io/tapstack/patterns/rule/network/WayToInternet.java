package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something in the template opens a way between a private network and the internet: a gateway, a public address, a peering, or a
 * route to everywhere.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html">Internet gateways</a>
 */
public final class WayToInternet extends ResourceRule {

    private static final Set<String> WAYS = Set.of(
            "AWS::EC2::EIP",
            "AWS::EC2::EgressOnlyInternetGateway",
            "AWS::EC2::InternetGateway",
            "AWS::EC2::NatGateway",
            "AWS::EC2::TransitGatewayAttachment",
            "AWS::EC2::VPCGatewayAttachment",
            "AWS::EC2::VPCPeeringConnection");

    private static final Set<String> TYPES = types();

    private static Set<String> types() {
        Set<String> types = new TreeSet<>(WAYS);
        types.addAll(List.of("AWS::EC2::Route", "AWS::EC2::Subnet", "AWS::RDS::DBInstance"));
        return Collections.unmodifiableSet(types);
    }

    @Override
    public String title() {
        return "Private networks have no way to the internet";
    }

    @Override
    public Set<String> resourceTypes() {
        return TYPES;
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        String type = String.valueOf(
                element.resource() == null ? "" : element.resource().resourceType());
        if (WAYS.contains(type)) {
            sink.report(
                    element.place("Type"),
                    element.name() + " (" + type + ") opens a way out of the private network or into it.",
                    "Reach AWS by VPC endpoints, and remove it.");
        } else if (type.equals("AWS::EC2::Route")) {
            checkRoute(context, element, "DestinationCidrBlock", sink);
            checkRoute(context, element, "DestinationIpv6CidrBlock", sink);
        } else {
            for (String flag : List.of("MapPublicIpOnLaunch", "PubliclyAccessible")) {
                checkFlag(context, element, flag, sink);
            }
        }
    }

    private static void checkRoute(TemplateContext context, Element element, String property, FindingSink sink) {
        for (Node destination : Node.property(context, element, property)) {
            if (destination.isUnknown()) {
                sink.unjudged(destination.place(), "Where the route leads is not known before the stack is created.");
            } else if (destination
                    .text()
                    .filter(block -> !AddressBlock.isPrivate(block))
                    .isPresent()) {
                sink.report(
                        destination.place(),
                        "The route " + element.name() + " leads out of private networks.",
                        "Reach AWS by VPC endpoints, and remove it.");
            }
        }
    }

    private static void checkFlag(TemplateContext context, Element element, String property, FindingSink sink) {
        for (Node flag : Node.property(context, element, property)) {
            if (flag.isUnknown()) {
                sink.unjudged(
                        flag.place(), "Whether it gets public addresses is not known before the stack is created.");
            } else if (flag.is("true")) {
                sink.report(flag.place(), element.name() + " gets public addresses.", "Set " + property + " to false.");
            }
        }
    }
}
