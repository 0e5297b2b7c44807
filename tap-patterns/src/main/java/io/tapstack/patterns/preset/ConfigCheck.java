package io.tapstack.patterns.preset;

import io.tapstack.model.template.Condition;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Immutable;

/**
 * One managed rule of AWS Config that watches a resource of the stack.
 *
 * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html">Managed rules</a>
 */
@Immutable
public abstract class ConfigCheck {

    ConfigCheck() {}

    /**
     * A builder of a check.
     *
     * @param logicalId of the rule
     * @param name the start of the rule's name, to which the suffix is added
     * @param identifier the managed rule, such as {@code DYNAMODB_PITR_ENABLED}
     */
    public static Builder builder(String logicalId, String name, String identifier) {
        return new Builder().logicalId(logicalId).name(name).identifier(identifier);
    }

    /** The logical id of the rule. */
    public abstract String logicalId();

    /** The start of the rule's name. */
    public abstract String name();

    /** The managed rule. */
    public abstract String identifier();

    /** What it makes sure of, as a sentence without a full stop. */
    public abstract String description();

    /** Parameters of the rule. */
    public abstract Map<String, Value<String>> parameters();

    /** The types that it looks at, which AWS Config must record; none for rules that look by the clock. */
    public abstract List<String> resourceTypes();

    /** The one resource that it looks at; all of the account if there is none. */
    public abstract Optional<Value<String>> resource();

    /** The condition on which the rule exists. */
    public abstract Optional<Condition> when();

    /** The same check of what exists on a condition. */
    final ConfigCheck on(Condition condition) {
        return new Builder().from(this).when(condition).build();
    }

    /** The same check with the logical id of its resource before its own; as it is if it looks at all of the account. */
    final ConfigCheck namedByItsResource() {
        Optional<LogicalId> target = resource().flatMap(ConfigCheck::target);
        return target.<ConfigCheck>map(id -> new Builder()
                        .from(this)
                        .logicalId(id + logicalId())
                        .name(Names.of(id) + "-" + name())
                        .build())
                .orElse(this);
    }

    private static Optional<LogicalId> target(Value<String> resource) {
        if (resource instanceof Ref<?> ref && LogicalId.isValid(ref.target())) {
            return Optional.of(LogicalId.of(ref.target()));
        }
        return resource instanceof GetAtt<?> attribute ? Optional.of(attribute.target()) : Optional.empty();
    }

    /** Collects the parts of a check. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableConfigCheck.Builder {

        Builder() {}
    }
}
