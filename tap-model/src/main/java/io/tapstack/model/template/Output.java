package io.tapstack.model.template;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.Optional;

/**
 * A value that the stack shows to people and, if exported, to other stacks.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html">Outputs</a>
 */
public final class Output extends Declaration {

    private final PropertyBag members;

    private Output(LogicalId logicalId, PropertyBag members, SourceLocation source) {
        super(logicalId, MapValue.ofAny(members), source);
        this.members = members;
    }

    /** A builder of an output with this name and value. */
    public static Builder builder(String logicalId, Value<?> value) {
        return new Builder(LogicalId.of(logicalId), value, SourceLocation.ofCaller());
    }

    /** An output with the members that stand in a template. */
    public static Output of(LogicalId logicalId, PropertyBag members, SourceLocation source) {
        return new Output(logicalId, members, source);
    }

    /** Its members as they stand in the template. */
    public PropertyBag members() {
        return members;
    }

    /** The condition on which it exists, if any. */
    public Optional<String> condition() {
        return members.find("Condition") instanceof Literal<?> name ? Optional.of(name.text()) : Optional.empty();
    }

    /** Collects the members of an output. Not thread-safe; what it builds is. */
    public static final class Builder {

        private final LogicalId logicalId;
        private final SourceLocation source;
        private final Value<?> value;
        private final PropertyBag.Builder others = PropertyBag.builder();

        private Builder(LogicalId logicalId, Value<?> value, SourceLocation source) {
            this.logicalId = logicalId;
            this.value = value;
            this.source = source;
        }

        /** What it shows, in at most 1,024 bytes. */
        public Builder description(String text) {
            others.put("Description", Literal.of(text));
            return this;
        }

        /** The condition on which it exists. */
        public Builder condition(Condition condition) {
            others.put("Condition", Literal.of(condition.logicalId().name()));
            return this;
        }

        /** The name, unique in account and region, under which other stacks may import it. */
        public Builder export(Value<String> name) {
            others.put("Export", MapValue.ofAny(PropertyBag.of("Name", name)));
            return this;
        }

        /** The output. */
        public Output build() {
            PropertyBag.Builder members = PropertyBag.builder();
            PropertyBag given = others.build();
            given.get("Description").ifPresent(text -> members.put("Description", text));
            given.get("Condition").ifPresent(name -> members.put("Condition", name));
            members.put("Value", value);
            given.get("Export").ifPresent(export -> members.put("Export", export));
            return new Output(logicalId, members.build(), source);
        }
    }
}
