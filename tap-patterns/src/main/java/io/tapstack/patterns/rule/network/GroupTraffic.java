package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.Users;
import java.util.List;

/** Looks for the rule that answers another one on the side of the other security group. */
final class GroupTraffic {

    private static final String GROUP = "AWS::EC2::SecurityGroup";

    private final TemplateContext context;
    private final Element rule;

    GroupTraffic(TemplateContext context, Element rule) {
        this.context = context;
        this.rule = rule;
    }

    /** Whether the far group has a rule for the own one: ingress if the rule is egress, else egress. */
    boolean isAnswered(String own, String far, boolean egress) {
        String alone = egress ? "AWS::EC2::SecurityGroupIngress" : "AWS::EC2::SecurityGroupEgress";
        String inside = egress ? "SecurityGroupIngress" : "SecurityGroupEgress";
        String peer = egress ? "SourceSecurityGroupId" : "DestinationSecurityGroupId";
        Element group = context.find(Section.RESOURCES, far);
        for (Element other : Users.of(context, group, alone)) {
            boolean named = isTarget(Node.property(context, other, "GroupId"), far)
                    && isTarget(Node.property(context, other, peer), own);
            if (named && samePorts(other) && Existence.isThereWith(context, other, rule)) {
                return true;
            }
        }
        if (group == null || !Existence.isOf(group, GROUP)) {
            return true;
        }
        for (Node rules : Node.property(context, group, inside)) {
            boolean open = !egress && rules.items().isEmpty();
            if (open || rules.isUnknown() || answers(rules, peer, own)) {
                return true;
            }
        }
        return false;
    }

    private boolean answers(Node rules, String peer, String own) {
        for (Node one : rules.items()) {
            if (isTarget(one.member(peer), own)
                    && same(Node.property(context, rule, "FromPort"), one.member("FromPort"))
                    && same(Node.property(context, rule, "ToPort"), one.member("ToPort"))) {
                return true;
            }
        }
        return false;
    }

    private boolean samePorts(Element other) {
        return List.of("IpProtocol", "FromPort", "ToPort").stream()
                .allMatch(property ->
                        same(Node.property(context, rule, property), Node.property(context, other, property)));
    }

    private static boolean same(List<Node> left, List<Node> right) {
        return left.stream()
                .anyMatch(one -> right.stream().anyMatch(other -> one.text().equals(other.text())));
    }

    private static boolean isTarget(List<Node> nodes, String name) {
        return nodes.stream()
                .anyMatch(node -> node.target().filter(name::equals).isPresent());
    }
}
