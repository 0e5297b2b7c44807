package io.tapstack.patterns.preset;

import java.util.OptionalDouble;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * What kind of trouble an alarm tells of: a metric, how it is put together, and when it is too much.
 *
 * <p>{@link AlarmKinds} has those of the presets of this library.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html">How alarms are evaluated</a>
 */
@Immutable
public abstract class AlarmKind {

    private static final int FIVE_MINUTES = 300;

    AlarmKind() {}

    /**
     * A builder of a kind.
     *
     * @param family the start of the names of its alarms, such as {@code lambda-errors}
     * @param namespace of the metric, such as {@code AWS/Lambda}
     * @param metric its name, such as {@code Errors}
     */
    public static Builder builder(String family, String namespace, String metric) {
        return new Builder().family(family).namespace(namespace).metric(metric);
    }

    /** The start of the names of its alarms. */
    public abstract String family();

    /** The namespace of the metric. */
    public abstract String namespace();

    /** The metric. */
    public abstract String metric();

    /** Its name in logical ids; that of the metric unless this says otherwise: ASCII letters and digits. */
    @Default
    public String title() {
        return metric();
    }

    /** What it means, as a sentence without a full stop. */
    public abstract String description();

    /** How the values of one period become one: {@code Sum}, {@code Maximum}, or a percentile such as {@code p99}. */
    @Default
    public String statistic() {
        return "Sum";
    }

    /** The period in seconds. */
    @Default
    public int period() {
        return FIVE_MINUTES;
    }

    /** Over how many periods it looks. */
    @Default
    public int evaluationPeriods() {
        return 1;
    }

    /** In how many of these the threshold must be reached. */
    @Default
    public int datapointsToAlarm() {
        return evaluationPeriods();
    }

    /** Whether too little is the trouble, as of free storage, and not too much. */
    @Default
    public boolean below() {
        return false;
    }

    /** The usual threshold, in the unit of the metric; none if it depends on the resource. */
    public abstract OptionalDouble threshold();

    /** Whether the statistic is a percentile. */
    final boolean percentile() {
        return statistic().startsWith("p");
    }

    @Check
    void check() {
        if (datapointsToAlarm() < 1 || datapointsToAlarm() > evaluationPeriods()) {
            throw new IllegalStateException(
                    "datapointsToAlarm: " + datapointsToAlarm() + " of " + evaluationPeriods() + " evaluationPeriods");
        }
    }

    /** Collects the parts of a kind. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableAlarmKind.Builder {

        Builder() {}
    }
}
