package io.tapstack.patterns.rule.secret;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.When;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The function of a schedule, as one way of the schedule names it: who may invoke it, what it may do, and what it reaches. */
final class Rotator {

    /** What the four steps of a rotation call. */
    static final List<String> ACTIONS = List.of(
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetSecretValue",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecretVersionStage");

    private final TemplateContext context;
    private final @Nullable Guard guard;
    private final Element function;

    /** A function that is to rotate a secret whenever a guard is so. */
    Rotator(TemplateContext context, @Nullable Guard guard, Element function) {
        this.context = context;
        this.guard = guard;
        this.function = function;
    }

    /** Whether Secrets Manager may invoke it for a secret. */
    boolean mayBeInvoked(String secret) {
        When may = When.never();
        for (Element permission : Existence.ofType(context, "AWS::Lambda::Permission")) {
            When its = When.any(
                    Node.property(context, permission, "FunctionName"),
                    node -> Mentions.of(node.value()).contains(function.name()));
            may = may.or(its.and(when(permission, "Principal", node -> node.is("secretsmanager.amazonaws.com")))
                    .and(when(permission, "Action", Rotator::isInvocation))
                    .and(when(permission, "SourceArn", node -> mayMean(node, secret))));
        }
        return may.covers(context, guard);
    }

    private static boolean isInvocation(Node action) {
        return action.isAbsent()
                || action.isUnknown()
                || SecretRights.fits(action.text().orElse(""), "lambda:InvokeFunction");
    }

    /** Whether an ARN is that of a secret, or may be: it names no other resource of the template. */
    private boolean mayMean(Node arn, String secret) {
        return Mentions.of(arn.value()).stream()
                .allMatch(name -> name.equals(secret) || context.resource(name) == null || isAttached(name, secret));
    }

    private boolean isAttached(String attachment, String secret) {
        Element element = context.find(Section.RESOURCES, attachment);
        return element != null
                && Existence.isOf(element, Schedules.ATTACHMENT)
                && Node.property(context, element, "SecretId").stream()
                        .anyMatch(node -> node.target().filter(secret::equals).isPresent());
    }

    private When when(Element element, String property, Predicate<Node> passes) {
        return When.any(Node.property(context, element, property), passes);
    }

    /** Whether its role may do something with a secret; unknown roles may. */
    boolean may(String action, String secret) {
        for (Node node : Node.property(context, function, "Role")) {
            Element role = context.find(Section.RESOURCES, node.target().orElse(""));
            if (role != null && Existence.isOf(role, "AWS::IAM::Role")) {
                SecretRights rights = new SecretRights(context, role, secret);
                for (Guard need : When.of(guard).meeting(context, node.guard())) {
                    if (!rights.allow(action, need)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Whether rules between security groups lead from it to a database; true if either has none of the template. */
    boolean reaches(Element database) {
        List<Node> from = groups(Node.at(context, function, "VpcConfig", "SecurityGroupIds"));
        List<Node> to = new ArrayList<>();
        for (String property : List.of("VPCSecurityGroups", "VpcSecurityGroupIds")) {
            to.addAll(groups(Node.property(context, database, property)));
        }
        if (from.isEmpty() || to.isEmpty()) {
            return true;
        }
        When leaves = When.never();
        When enters = When.never();
        for (Node source : from) {
            for (Node target : to) {
                When both = When.of(source.guard()).and(When.of(target.guard()));
                leaves = leaves.or(
                        both.and(leads("AWS::EC2::SecurityGroupEgress", source, "DestinationSecurityGroupId", target)));
                enters = enters.or(
                        both.and(leads("AWS::EC2::SecurityGroupIngress", target, "SourceSecurityGroupId", source)));
            }
        }
        When needed = When.any(from).and(When.any(to));
        for (Guard need : needed.meeting(context, guard)) {
            if (!leaves.covers(context, need) || !enters.covers(context, need)) {
                return false;
            }
        }
        return true;
    }

    /** The groups of the template that lists name. */
    private List<Node> groups(List<Node> lists) {
        List<Node> groups = new ArrayList<>();
        for (Node list : lists) {
            for (Node group : list.items()) {
                if (context.resource(group.target().orElse("")) != null) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    private When leads(String type, Node group, String peer, Node other) {
        When leads = When.never();
        for (Element rule : Existence.ofType(context, type)) {
            leads = leads.or(when(rule, "GroupId", node -> node.target().equals(group.target()))
                    .and(when(rule, peer, node -> node.target().equals(other.target()))));
        }
        return leads;
    }
}
