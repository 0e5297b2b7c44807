package io.tapstack.patterns.rule.secret;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The function of a schedule: who may invoke it, what it may do, and what it reaches. */
final class Rotator {

    /** What the four steps of a rotation call. */
    static final List<String> ACTIONS = List.of(
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetSecretValue",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecretVersionStage");

    private final TemplateContext context;
    private final Element schedule;
    private final Element function;

    Rotator(TemplateContext context, Element schedule, Element function) {
        this.context = context;
        this.schedule = schedule;
        this.function = function;
    }

    boolean mayBeInvoked() {
        for (Element permission : Existence.ofType(context, "AWS::Lambda::Permission")) {
            boolean its = Node.property(context, permission, "FunctionName").stream()
                    .anyMatch(node -> Mentions.of(node.value()).contains(function.name()));
            boolean service = Node.property(context, permission, "Principal").stream()
                    .anyMatch(node -> node.is("secretsmanager.amazonaws.com"));
            if (its && service && Existence.isThereWith(context, permission, schedule)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a policy of its role has a statement for an action on a secret. */
    boolean may(String action, String secret) {
        String role = Node.property(context, function, "Role").get(0).target().orElse("");
        for (Node policy : policies(role)) {
            for (Node statements : policy.member("Statement")) {
                for (Node statement : statements.items()) {
                    boolean allows = statement.member("Effect").stream().anyMatch(effect -> effect.is("Allow"));
                    boolean named = has(statement, "Action", action, null) && has(statement, "Resource", null, secret);
                    if (allows && named) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean has(Node statement, String member, @Nullable String text, @Nullable String target) {
        for (Node list : statement.member(member)) {
            for (Node item : list.items()) {
                if (text != null && item.is(text)
                        || target != null && Mentions.of(item.value()).contains(target)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Node> policies(String role) {
        List<Node> documents = new ArrayList<>();
        for (Element one : Existence.ofType(context, "AWS::IAM::Role")) {
            if (one.name().equals(role)) {
                for (Node list : Node.property(context, one, "Policies")) {
                    list.items().forEach(inline -> documents.addAll(inline.member("PolicyDocument")));
                }
            }
        }
        for (String type : List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")) {
            for (Element policy : Existence.ofType(context, type)) {
                boolean its = Node.property(context, policy, "Roles").stream()
                        .anyMatch(node -> Mentions.of(node.value()).contains(role));
                if (its) {
                    documents.addAll(Node.property(context, policy, "PolicyDocument"));
                }
            }
        }
        return documents;
    }

    /** Whether rules between security groups lead from it to a database; true if either has none of the template. */
    boolean reaches(@Nullable Element database) {
        Set<String> from = new LinkedHashSet<>();
        Node.at(context, function, "VpcConfig", "SecurityGroupIds").forEach(node -> from.addAll(mentioned(node)));
        Set<String> to = new LinkedHashSet<>();
        if (database != null) {
            for (String property : List.of("VPCSecurityGroups", "VpcSecurityGroupIds")) {
                Node.property(context, database, property).forEach(node -> to.addAll(mentioned(node)));
            }
        }
        return from.isEmpty()
                || to.isEmpty()
                || leads("AWS::EC2::SecurityGroupEgress", from, "DestinationSecurityGroupId", to)
                        && leads("AWS::EC2::SecurityGroupIngress", to, "SourceSecurityGroupId", from);
    }

    private Set<String> mentioned(Node node) {
        Value<?> value = node.value();
        Set<String> names = new LinkedHashSet<>();
        for (String name : Mentions.of(value)) {
            if (context.resource(name) != null) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean leads(String type, Set<String> groups, String peer, Set<String> others) {
        for (Element rule : Existence.ofType(context, type)) {
            boolean at = targets(rule, "GroupId", groups);
            if (at && targets(rule, peer, others) && Existence.isThereWith(context, rule, schedule)) {
                return true;
            }
        }
        return false;
    }

    private boolean targets(Element rule, String property, Set<String> names) {
        return Node.property(context, rule, property).stream()
                .anyMatch(node -> node.target().filter(names::contains).isPresent());
    }
}
