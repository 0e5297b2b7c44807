package io.tapstack.patterns.rule.secret;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
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
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A secret is never rotated, or less than every 90 days. One that must not change has an exception record about its
 * rotation that says why.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html">Rotation of secrets</a>
 */
public final class UnrotatedSecret extends ResourceRule {

    private static final int MOST_DAYS = 90;
    private static final Pattern DAYS = Pattern.compile("(?:rate\\()?([0-9]{1,9})(?: days?\\))?");

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
                && Mentions.text(object.members().find("Where")).contains("Rotation")
                && !Mentions.text(object.members().find("Reason")).isBlank();
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        When rotated = When.never();
        When unknown = When.never();
        for (Element schedule : Existence.ofType(context, Schedules.SCHEDULE)) {
            When its = Schedules.secretsOf(context, schedule).getOrDefault(element.name(), When.never());
            rotated = rotated.or(its);
            unknown = unknown.or(Schedules.isUnknown(context, schedule));
            if (!its.isNever()) {
                checkDays(context, element, schedule, its, sink);
            }
        }
        if (rotated.covers(context, element.guard())) {
            return;
        }
        if (rotated.or(unknown).covers(context, element.guard())) {
            sink.unjudged(element.place(), "Which secret a schedule rotates is not known before the stack is created.");
        } else {
            sink.report(
                    rotated.missing(context, element.place()),
                    "Nothing rotates the secret " + element.name() + ".",
                    "Add an AWS::SecretsManager::RotationSchedule, or record why the secret must stay.");
        }
    }

    private static void checkDays(
            TemplateContext context, Element element, Element schedule, When its, FindingSink sink) {
        for (String member : List.of("AutomaticallyAfterDays", "ScheduleExpression")) {
            for (Node often : Node.at(context, schedule, "RotationRules", member)) {
                Matcher days = DAYS.matcher(often.text().orElse(""));
                List<@Nullable Guard> counting = its.meeting(context, Guard.and(element.guard(), often.guard()));
                if (often.isAtMost(MOST_DAYS) || counting.isEmpty()) {
                    continue;
                }
                if (often.isUnknown()) {
                    sink.unjudged(often.place(), "How often the secret rotates is not known from the template.");
                } else if (days.matches() && isTooRare(days)) {
                    sink.report(
                            Place.of(element, element.place().path(), counting.get(0)),
                            "The secret " + element.name() + " rotates every " + days.group(1) + " days only.",
                            "Set AutomaticallyAfterDays of " + schedule.name() + " to 30.");
                }
            }
        }
    }

    private static boolean isTooRare(Matcher days) {
        return Integer.parseInt(days.group(1)) > MOST_DAYS;
    }
}
