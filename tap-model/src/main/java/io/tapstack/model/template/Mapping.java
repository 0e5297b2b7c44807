package io.tapstack.model.template;

import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.Objects;

/**
 * A table of fixed values with two keys, such as region and service.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html">Mappings</a>
 */
public final class Mapping extends Declaration {

    private final PropertyBag entries;

    private Mapping(LogicalId logicalId, PropertyBag entries, SourceLocation source) {
        super(logicalId, MapValue.ofAny(entries), source);
        this.entries = entries;
    }

    /** A builder of a mapping with this name. */
    public static Builder builder(String logicalId) {
        return new Builder(LogicalId.of(logicalId), SourceLocation.ofCaller());
    }

    /** A mapping with the entries that stand in a template. */
    public static Mapping of(LogicalId logicalId, PropertyBag entries, SourceLocation source) {
        return new Mapping(logicalId, entries, source);
    }

    /** The rows, each an object of its own. */
    public PropertyBag entries() {
        return entries;
    }

    /** Looks a value up when the stack is created. */
    public <T> FindInMap<T> find(Value<String> topLevelKey, Value<String> secondLevelKey) {
        return FindInMap.of(logicalId(), topLevelKey, secondLevelKey);
    }

    /** Looks a value up when the stack is created. */
    public <T> FindInMap<T> find(Value<String> topLevelKey, String secondLevelKey) {
        return FindInMap.of(logicalId(), topLevelKey, Literal.of(secondLevelKey));
    }

    /** Collects the entries of a mapping. Not thread-safe; what it builds is. */
    public static final class Builder {

        private final LogicalId logicalId;
        private final SourceLocation source;
        private final PropertyBag.Builder rows = PropertyBag.builder();

        private Builder(LogicalId logicalId, SourceLocation source) {
            this.logicalId = logicalId;
            this.source = source;
        }

        /** Adds a text. */
        public Builder put(String topLevelKey, String secondLevelKey, String value) {
            return put(topLevelKey, secondLevelKey, Literal.of(value));
        }

        /** Adds a literal, or a list of literals: functions are not allowed in mappings. */
        public Builder put(String topLevelKey, String secondLevelKey, Value<?> value) {
            Objects.requireNonNull(secondLevelKey, "secondLevelKey");
            PropertyBag row = rows.get(topLevelKey)
                    .map(present -> ((MapValue<?>) present).members())
                    .orElse(PropertyBag.empty());
            rows.put(topLevelKey, MapValue.ofAny(row.with(secondLevelKey, value)));
            return this;
        }

        /** The mapping. */
        public Mapping build() {
            return new Mapping(logicalId, rows.build(), source);
        }
    }
}
