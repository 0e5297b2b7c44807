package io.tapstack.patterns.rule.secret;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Optional;
import java.util.Set;

/**
 * A secret is never rotated, or less than every 90 days. One that must not change has an exception record about its
 * rotation that says why.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html">Rotation of secrets</a>
 */
public final class UnrotatedSecret extends ResourceRule {

    private static final int MOST_DAYS = 90;

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Secrets rotate every 90 days at least";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::SecretsManager::Secret");
    }

    @Override
    protected boolean judges(TemplateContext context, Element element) {
        Resource resource = element.resource();
        return resource == null
                || !(resource.options().metadata().get(ExceptionRecord.METADATA_KEY) instanceof ListValue<?> records)
                || records.items().stream().noneMatch(UnrotatedSecret::isAboutRotation);
    }

    private static boolean isAboutRotation(Value<?> record) {
        return record instanceof ObjectValue<?> object
                && Mentions.text(object.members().find("Where")).contains("Rotation");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        boolean unknown = false;
        for (Element schedule : Existence.ofType(context, Schedules.SCHEDULE)) {
            Optional<String> secret = Schedules.secretOf(context, schedule);
            unknown |= secret.isEmpty();
            if (secret.filter(element.name()::equals).isPresent()
                    && Existence.isThereWith(context, schedule, element)) {
                checkDays(context, element, schedule, sink);
                return;
            }
        }
        if (unknown) {
            sink.unjudged(element.place(), "Which secret a schedule rotates is not known before the stack is created.");
        } else {
            sink.report(
                    element.place(),
                    "Nothing rotates the secret " + element.name() + ".",
                    "Add an AWS::SecretsManager::RotationSchedule, or record why the secret must stay.");
        }
    }

    private static void checkDays(TemplateContext context, Element element, Element schedule, FindingSink sink) {
        for (Node days : Node.at(context, schedule, "RotationRules", "AutomaticallyAfterDays")) {
            String text = days.text().orElse("");
            if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) > MOST_DAYS) {
                sink.report(
                        element.place(),
                        "The secret " + element.name() + " rotates every " + text + " days only.",
                        "Set AutomaticallyAfterDays of " + schedule.name() + " to 30.");
            }
        }
    }
}
