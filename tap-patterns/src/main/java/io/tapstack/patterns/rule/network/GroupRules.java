package io.tapstack.patterns.rule.network;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of all security groups of a template, inside of groups and alone. Found once for each validation. */
final class GroupRules {

    static final String GROUP = "AWS::EC2::SecurityGroup";
    static final String EGRESS = "AWS::EC2::SecurityGroupEgress";
    static final String INGRESS = "AWS::EC2::SecurityGroupIngress";

    private final TemplateContext context;
    private final Map<String, GroupSide> out = new HashMap<>();
    private final Map<String, GroupSide> in = new HashMap<>();

    private GroupRules(TemplateContext context) {
        this.context = context;
        for (Element group : Existence.ofType(context, GROUP)) {
            addInside(group, true);
            addInside(group, false);
        }
        for (Element rule : Existence.ofType(context, EGRESS)) {
            addAlone(rule, true);
        }
        for (Element rule : Existence.ofType(context, INGRESS)) {
            addAlone(rule, false);
        }
    }

    /** The rules of a template. */
    static GroupRules of(TemplateContext context) {
        GroupRules kept = context.kept(GroupRules.class);
        return kept == null ? context.keep(GroupRules.class, new GroupRules(context)) : kept;
    }

    /**
     * What a group lets out, or in.
     *
     * @param group its name; what is no security group of the template may let through anything
     */
    GroupSide of(String group, boolean egress) {
        return (egress ? out : in).computeIfAbsent(group, name -> {
            GroupSide side = new GroupSide(egress);
            side.addAnything(isDeclared(name) ? Presence.NEVER : Presence.unknown(null));
            return side;
        });
    }

    /** Whether a name is that of a security group of the template. */
    boolean isDeclared(String name) {
        Resource resource = context.resource(name);
        return resource != null && resource.resourceType().equals(GROUP);
    }

    /** The name of the property that tells which group is at the other end. */
    static String peer(boolean egress) {
        return egress ? "DestinationSecurityGroupId" : "SourceSecurityGroupId";
    }

    private void addInside(Element group, boolean egress) {
        GroupSide side = of(group.name(), egress);
        for (Node rules : Node.property(context, group, egress ? "SecurityGroupEgress" : "SecurityGroupIngress")) {
            if (egress) {
                rules.voids().forEach(way -> side.addAnything(Presence.of(way.guard())));
            }
            for (Node rule : rules.items()) {
                if (rule.value() instanceof ObjectValue<?>) {
                    add(side, GroupRule.inside(context, group, rule), egress);
                } else {
                    side.addAnything(Presence.unknown(rule.guard()));
                }
            }
        }
    }

    private void addAlone(Element element, boolean egress) {
        List<Node> groups = Node.property(context, element, "GroupId");
        Targets.keys(groups, element.guard())
                .forEach((name, when) ->
                        add(of(name, egress), GroupRule.alone(context, element).during(when), egress));
    }

    private static void add(GroupSide side, GroupRule rule, boolean egress) {
        List<Node> peers = rule.property(peer(egress));
        Targets.keys(peers, rule.guard()).forEach((name, when) -> side.add(name, rule.during(when)));
        if (peers.stream().anyMatch(Node::isAbsent)) {
            side.addByAddress(rule);
        }
    }
}
