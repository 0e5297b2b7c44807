package io.tapstack.patterns.rule.secret;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return !isByFunction(context, element).isNever();
    }

    /** When the schedule does not let Secrets Manager make the function. */
    private static When isByFunction(TemplateContext context, Element schedule) {
        return When.any(Node.property(context, schedule, "HostedRotationLambda"), Node::isAbsent);
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        When byFunction = isByFunction(context, element);
        for (Node way : Node.property(context, element, "RotationLambdaARN")) {
            List<@Nullable Guard> needs = byFunction.meeting(context, way.guard());
            if (needs.isEmpty()) {
                continue;
            }
            Node rotator = way.within(needs.get(0));
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
        if (!Existence.isThereWith(context, function, schedule)) {
            report(rotator, "The function " + function.name() + " may be missing", "Make both on one condition.", sink);
        }
        Map<String, When> secrets = Schedules.secretsOf(context, schedule);
        if (secrets.isEmpty()) {
            sink.unjudged(rotator.place(), "The secret is not declared in the template.");
        }
        secrets.forEach((secret, when) -> {
            for (Guard need : when.meeting(context, rotator.guard())) {
                check(new Rotator(context, need, function), context, secret, rotator.within(need), sink);
            }
        });
    }

    private static void check(Rotator wired, TemplateContext context, String secret, Node rotator, FindingSink sink) {
        String function = rotator.target().orElse("");
        if (!wired.mayBeInvoked(secret)) {
            report(
                    rotator,
                    "Secrets Manager may not invoke " + function,
                    "Add an AWS::Lambda::Permission for secretsmanager.amazonaws.com.",
                    sink);
        }
        for (String action : Rotator.ACTIONS) {
            if (!wired.may(action, secret)) {
                report(
                        rotator,
                        "The role of " + function + " may not call " + action + " for " + secret,
                        "Allow the action on the secret.",
                        sink);
            }
        }
        for (Node database : Schedules.databases(context, secret)) {
            Element target = context.find(Section.RESOURCES, database.target().orElse(""));
            if (target != null && When.of(rotator.guard()).meets(context, database.guard()) && !wired.reaches(target)) {
                report(
                        rotator,
                        "The function " + function + " does not reach " + target.name(),
                        "Add an egress rule to the security group of the database, and an ingress rule there.",
                        sink);
            }
        }
    }

    private static void report(Node rotator, String what, String remedy, FindingSink sink) {
        sink.report(rotator.place(), what + ", so the rotation fails.", remedy);
    }
}
