package io.tapstack.patterns.preset;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.LogicalId;
import java.util.List;
import java.util.regex.Pattern;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * The clock, in UTC, through a rule of EventBridge. A call can come twice, and one that fails goes to the function's failure queue.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">Expressions</a>
 */
@Immutable
public abstract non-sealed class ScheduleSource extends EventSource {

    private static final Pattern RATE =
            Pattern.compile("rate\\((1 (minute|hour|day)|([2-9]|[1-9]\\d+) (minutes|hours|days))\\)");
    private static final Pattern CRON = Pattern.compile("cron\\(\\S+( \\S+){5}\\)");

    ScheduleSource() {}

    /** A builder of a schedule, such as {@code rate(5 minutes)} or {@code cron(0 6 * * ? *)}. */
    public static Builder builder(String expression) {
        return new Builder().expression(expression);
    }

    /** When. */
    public abstract String expression();

    /** What tells it from other schedules of the function: ASCII letters and digits, in logical ids and names. */
    @Default
    public String id() {
        return "Schedule";
    }

    @Check
    void check() {
        if (!RATE.matcher(expression()).matches() && !CRON.matcher(expression()).matches()) {
            throw new IllegalArgumentException("expression: " + expression()
                    + " is neither rate(5 minutes) nor cron with six fields, such as cron(0 6 * * ? *)");
        }
        if (!LogicalId.isValid(id())) {
            throw new IllegalArgumentException("id: " + id() + " is not of letters and digits only");
        }
    }

    @Override
    String idPart() {
        return "On" + id();
    }

    @Override
    void check(PrivateLambda function) {
        // Any function may be called by the clock.
    }

    @Override
    List<Resource> triggers(PrivateLambda function, StackConventions conventions, List<LogicalId> ready) {
        return new PushedEvents(function, conventions)
                .byRule(idPart(), id(), rule -> rule.scheduleExpression(expression()), ready);
    }

    /** Collects the options of a schedule. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableScheduleSource.Builder {

        Builder() {}
    }
}
