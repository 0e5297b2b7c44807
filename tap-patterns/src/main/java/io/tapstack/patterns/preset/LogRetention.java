package io.tapstack.patterns.preset;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.util.List;
import org.immutables.value.Value.Immutable;

/**
 * How long logs are kept: never less than 90 days, whoever decides it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">The days that
 *     CloudWatch Logs offers</a>
 */
@Immutable(builder = false)
public abstract class LogRetention {

    private static final List<Integer> OFFERED =
            List.of(90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    LogRetention() {}

    /**
     * A number of days.
     *
     * @throws IllegalArgumentException if CloudWatch Logs does not offer it, or if it is less than 90
     */
    public static LogRetention days(int days) {
        if (!OFFERED.contains(days)) {
            throw new IllegalArgumentException("retentionInDays: " + days + " is none of " + OFFERED);
        }
        return ImmutableLogRetention.of(Value.of(days), days);
    }

    /**
     * What whoever creates the stack chooses.
     *
     * @throws IllegalArgumentException if the parameter is no number or allows any other value than those that {@link #days} takes
     */
    public static LogRetention chosenBy(Parameter parameter) {
        int least = Integer.MAX_VALUE;
        for (Value<?> value : parameter.allowedValues()) {
            least = Math.min(least, offered(parameter, value));
        }
        if (least == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("parameter: " + parameter.logicalId() + " allows any value; give it "
                    + OFFERED + " or some of them as allowed values");
        }
        return ImmutableLogRetention.of(parameter.integerRef(), least);
    }

    private static int offered(Parameter parameter, Value<?> value) {
        for (Integer days : OFFERED) {
            if (value instanceof Literal<?> literal && literal.text().equals(days.toString())) {
                return days;
            }
        }
        throw new IllegalArgumentException(
                "parameter: " + parameter.logicalId() + " allows " + value + ", which is none of " + OFFERED);
    }

    /** As it stands in the template. */
    @org.immutables.value.Value.Parameter
    public abstract Value<Integer> inDays();

    /** The days for which they are kept at least. */
    @org.immutables.value.Value.Parameter
    public abstract int leastDays();
}
