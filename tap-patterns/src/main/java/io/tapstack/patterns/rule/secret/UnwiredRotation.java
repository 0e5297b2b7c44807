package io.tapstack.patterns.rule.secret;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/**
 * The rotation of a secret cannot work: the schedule names no function, Secrets Manager may not invoke it, its role may not write the
 * secret, or it does not reach the database that the secret is for.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html">What
 *     functions that rotate need</a>
 */
public final class UnwiredRotation extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Rotation is wired from schedule to function to database";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of(Schedules.SCHEDULE);
    }

    @Override
    protected boolean judges(TemplateContext context, Element element) {
        return Node.property(context, element, "HostedRotationLambda").stream().allMatch(Node::isAbsent);
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node rotator : Node.property(context, element, "RotationLambdaARN")) {
            Element function = context.find(Section.RESOURCES, rotator.target().orElse(""));
            if (rotator.isAbsent()) {
                sink.report(
                        rotator.place(),
                        "The schedule " + element.name() + " names no function.",
                        "Set RotationLambdaARN.");
            } else if (function == null || function.resource() == null) {
                sink.unjudged(rotator.place(), "The function is not declared in the template.");
            } else {
                check(context, element, rotator, function, sink);
            }
        }
    }

    private static void check(
            TemplateContext context, Element schedule, Node rotator, Element function, FindingSink sink) {
        Rotator wired = new Rotator(context, schedule, function);
        if (!wired.mayBeInvoked()) {
            report(
                    rotator,
                    "Secrets Manager may not invoke " + function.name(),
                    "Add an AWS::Lambda::Permission for secretsmanager.amazonaws.com.",
                    sink);
        }
        String secret = Schedules.secretOf(context, schedule).orElse("");
        if (secret.isEmpty()) {
            sink.unjudged(rotator.place(), "The secret is not declared in the template.");
            return;
        }
        for (String action : Rotator.ACTIONS) {
            if (!wired.may(action, secret)) {
                report(
                        rotator,
                        "The role of " + function.name() + " may not call " + action + " for " + secret,
                        "Allow the action on the secret.",
                        sink);
            }
        }
        for (String database : Schedules.databases(context, secret)) {
            Resource target = context.resource(database);
            if (target != null && !wired.reaches(context.find(Section.RESOURCES, database))) {
                report(
                        rotator,
                        "The function " + function.name() + " does not reach " + database,
                        "Add an egress rule to the security group of the database, and an ingress rule there.",
                        sink);
            }
        }
        if (!Existence.isThereWith(context, function, schedule)) {
            report(rotator, "The function " + function.name() + " may be missing", "Make both on one condition.", sink);
        }
    }

    private static void report(Node rotator, String what, String remedy, FindingSink sink) {
        sink.report(rotator.place(), what + ", so the rotation fails.", remedy);
    }
}
