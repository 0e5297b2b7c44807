package io.tapstack.patterns.preset;

import io.tapstack.model.template.Condition;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/** An alarm that makes sense for a resource; {@link AlarmSet} makes it one. */
@Immutable
public abstract class AlarmSpec {

    AlarmSpec() {}

    /**
     * A builder of an alarm with the usual threshold of its kind, if that has any.
     *
     * @param target the resource that it watches
     * @param member the end of the alarm's name: ASCII letters, digits and hyphens, such as the start of the resource's name
     */
    public static Builder builder(AlarmKind kind, LogicalId target, String member) {
        Builder builder = new Builder().kind(kind).target(target).member(member);
        kind.threshold().ifPresent(builder::threshold);
        return builder;
    }

    /** What kind of trouble it tells of. */
    public abstract AlarmKind kind();

    /** The resource. */
    public abstract LogicalId target();

    /** The end of its name. */
    public abstract String member();

    /** The dimensions by which the metric is found. */
    public abstract Map<String, Value<String>> dimensions();

    /** The values of {@link #sumDimension()} over which the metric is added up; none if it is one metric. At most nine. */
    public abstract List<String> sumValues();

    /** The dimension that takes each of {@link #sumValues()}; empty if there are none. */
    @Default
    public String sumDimension() {
        return "";
    }

    /** When it is too much, or too little: in the unit of the metric. */
    public abstract double threshold();

    /** The condition on which the resource exists; it exists in any case if there is none. */
    public abstract Optional<Condition> when();

    /** The same alarm of a resource that exists on a condition. */
    final AlarmSpec on(Condition condition) {
        return new Builder().from(this).when(condition).build();
    }

    /** Its logical id. */
    final String logicalId() {
        return target().name() + kind().title() + "Alarm";
    }

    @Check
    void check() {
        if (dimensions().isEmpty()) {
            throw new IllegalStateException("dimensions: " + logicalId() + " watches no resource");
        }
        if (sumValues().isEmpty() != sumDimension().isEmpty() || sumValues().size() > 9) {
            throw new IllegalStateException(
                    "sumValues, sumDimension: " + logicalId() + " needs both or none, and nine values at most");
        }
    }

    /** Collects the parts of an alarm. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableAlarmSpec.Builder {

        Builder() {}
    }
}
