package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule of a security group is open to all addresses or all protocols, or a group has no egress rule of its own, which lets
 * everything out.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html">Rules of security groups</a>
 */
public final class OpenSecurityGroup extends ResourceRule {

    private static final String GROUP = "AWS::EC2::SecurityGroup";

    private static final Map<String, List<String>> EVERYWHERE = Map.of(
            "CidrIp", List.of("0.0.0.0/0"),
            "CidrIpv6", List.of("::/0", "0:0:0:0:0:0:0:0/0"));

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
            return;
        }
        for (Node egress : Node.property(context, element, "SecurityGroupEgress")) {
            if (!egress.isUnknown() && egress.items().isEmpty()) {
                sink.report(
                        egress.place(),
                        "The security group " + element.name() + " has no egress rule of its own" + egress.when()
                                + ", so it lets everything out.",
                        "Name where it may send to; for nowhere at all, a rule to 127.0.0.1/32.");
            }
            checkRules(element, egress, sink);
        }
        for (Node ingress : Node.property(context, element, "SecurityGroupIngress")) {
            checkRules(element, ingress, sink);
        }
    }

    private static void checkRules(Element element, Node rules, FindingSink sink) {
        for (Node rule : rules.items()) {
            if (!(rule.value() instanceof ObjectValue<?>)) {
                sink.unjudged(rule.place(), "What the rule lets through is not known before the stack is created.");
                continue;
            }
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
                    "A rule of " + element.name() + " is open to all protocols" + value.when() + '.',
                    "Name the protocol and its ports.");
        } else if (EVERYWHERE.getOrDefault(property, List.of()).stream().anyMatch(value::is)) {
            sink.report(
                    value.place(),
                    "A rule of " + element.name() + " is open to all addresses" + value.when() + '.',
                    "Name a security group, a prefix list or a block of addresses.");
        }
    }
}
