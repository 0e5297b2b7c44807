package io.tapstack.patterns.preset;

import io.tapstack.model.template.Condition;
import io.tapstack.model.value.LogicalId;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Immutable;

/**
 * An event that somebody should hear of, since no metric tells of it; {@link AlarmSet} makes it a rule of EventBridge.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event patterns</a>
 */
@Immutable
public abstract class EventAlert {

    EventAlert() {}

    /**
     * A builder of an alert.
     *
     * @param logicalId of the rule
     * @param name the start of the rule's name, to which the suffix is added
     */
    public static Builder builder(String logicalId, String name) {
        return new Builder().logicalId(LogicalId.of(logicalId)).name(name);
    }

    /** The logical id of the rule. */
    public abstract LogicalId logicalId();

    /** The start of its name. */
    public abstract String name();

    /** What it means, as a sentence without a full stop. */
    public abstract String description();

    /** Which events: the pattern, of plain maps, lists and texts, with {@link io.tapstack.model.value.Value}s where needed. */
    public abstract Map<String, Object> pattern();

    /** The condition on which the rule exists. */
    public abstract Optional<Condition> when();

    /** The same alert about what exists on a condition. */
    final EventAlert on(Condition condition) {
        return new Builder().from(this).when(condition).build();
    }

    /** The same alert about what exists in any case. */
    final EventAlert always() {
        return new Builder().from(this).when(Optional.empty()).build();
    }

    /** Collects the parts of an alert. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEventAlert.Builder {

        Builder() {}
    }
}
