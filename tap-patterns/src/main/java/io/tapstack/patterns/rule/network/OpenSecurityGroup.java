package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a security group is open to all addresses or all protocols, or a group has no egress rule of its own, which lets
 * everything out.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html">Rules of security groups</a>
 */
public final class OpenSecurityGroup extends ResourceRule {

    private static final String GROUP = "AWS::EC2::SecurityGroup";

    /** Blocks with a shorter prefix hold more than any private range does. */
    private static final Map<String, Integer> SHORTEST_PREFIX = Map.of("CidrIp", 8, "CidrIpv6", 16);

    private static final List<String> PORTS = List.of("FromPort", "ToPort");

    @Override
    public String title() {
        return "Security groups name whom and what they let through";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of(GROUP, "AWS::EC2::SecurityGroupEgress", "AWS::EC2::SecurityGroupIngress");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        boolean group =
                element.resource() != null && element.resource().resourceType().equals(GROUP);
        if (!group) {
            for (String property : List.of("CidrIp", "CidrIpv6", "IpProtocol")) {
                for (Node value : Node.property(context, element, property)) {
                    checkValue(element, property, value, sink);
                }
            }
            checkPorts(
                    context,
                    element.place("Properties").member(PORTS.get(1)),
                    Node.property(context, element, PORTS.get(0)),
                    Node.property(context, element, PORTS.get(1)),
                    sink);
            return;
        }
        for (Node egress : Node.property(context, element, "SecurityGroupEgress")) {
            for (Node nothing : egress.voids()) {
                sink.report(
                        nothing.place(),
                        "The security group " + element.name() + " has no egress rule of its own"
                                + ", so it lets everything out.",
                        "Name where it may send to; for nowhere at all, a rule to 127.0.0.1/32.");
            }
            checkRules(context, element, egress, sink);
        }
        for (Node ingress : Node.property(context, element, "SecurityGroupIngress")) {
            checkRules(context, element, ingress, sink);
        }
    }

    /** Whether a block is so large that it holds half of all addresses, or all. */
    private static boolean isHuge(String property, String block) {
        Integer shortest = SHORTEST_PREFIX.get(property);
        String prefix = block.substring(block.lastIndexOf('/') + 1);
        return shortest != null
                && block.indexOf('/') >= 0
                && prefix.matches("[0-9]{1,3}")
                && Integer.parseInt(prefix) < shortest;
    }

    /** Reports rules that open all ports; ports of pings are something else. */
    private static void checkPorts(
            TemplateContext context, Place rule, List<Node> from, List<Node> to, FindingSink sink) {
        When first = When.any(from, port -> port.is("0") || port.is("1"));
        When all = first.and(When.any(to, port -> port.is("65535")));
        for (@Nullable Guard guard : all.meeting(context, null)) {
            sink.report(
                    Place.of(rule.element(), rule.path(), guard),
                    "A rule of " + rule.element().name() + " is open to all ports.",
                    "Name the port.");
        }
    }

    private static void checkRules(TemplateContext context, Element element, Node rules, FindingSink sink) {
        for (Node rule : rules.items()) {
            if (!(rule.value() instanceof ObjectValue<?>)) {
                sink.unjudged(rule.place(), "What the rule lets through is not known before the stack is created.");
                continue;
            }
            checkPorts(context, rule.place(), rule.member(PORTS.get(0)), rule.member(PORTS.get(1)), sink);
            for (String property : List.of("CidrIp", "CidrIpv6", "IpProtocol")) {
                for (Node value : rule.member(property)) {
                    checkValue(element, property, value, sink);
                }
            }
        }
    }

    private static void checkValue(Element element, String property, Node value, FindingSink sink) {
        if (value.isUnknown()) {
            sink.unjudged(value.place(), "What the rule lets through is not known before the stack is created.");
        } else if (property.equals("IpProtocol") && value.is("-1")) {
            sink.report(
                    value.place(),
                    "A rule of " + element.name() + " is open to all protocols.",
                    "Name the protocol and its ports.");
        } else if (value.text().filter(block -> isHuge(property, block)).isPresent()) {
            sink.report(
                    value.place(),
                    "A rule of " + element.name() + " is open to all addresses.",
                    "Name a security group, a prefix list or a block of addresses.");
        }
    }
}
