package io.tapstack.model.template;

import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on parameters that CloudFormation checks before it creates or updates anything.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html">Rules</a>
 */
public final class Rule extends Declaration {

    private Rule(LogicalId logicalId, Value<?> body, SourceLocation source) {
        super(logicalId, body, source);
    }

    /** A builder of a rule with this name. */
    public static Builder builder(String logicalId) {
        return new Builder(LogicalId.of(logicalId), SourceLocation.ofCaller());
    }

    /** A rule as it stands in a template. */
    public static Rule of(LogicalId logicalId, Value<?> body, SourceLocation source) {
        return new Rule(logicalId, body, source);
    }

    /** Collects the assertions of a rule. Not thread-safe; what it builds is. */
    public static final class Builder {

        private final LogicalId logicalId;
        private final SourceLocation source;
        private final List<Value<?>> assertions = new ArrayList<>();
        private @Nullable Value<Boolean> ruleCondition;

        private Builder(LogicalId logicalId, SourceLocation source) {
            this.logicalId = logicalId;
            this.source = source;
        }

        /** When the rule applies; always, if not set. */
        public Builder when(Value<Boolean> condition) {
            ruleCondition = condition;
            return this;
        }

        /** Adds an assertion and what is said when it does not hold. */
        public Builder require(Value<Boolean> assertion, String description) {
            assertions.add(MapValue.ofAny(PropertyBag.builder()
                    .put("Assert", assertion)
                    .put("AssertDescription", Literal.of(description))
                    .build()));
            return this;
        }

        /**
         * The rule.
         *
         * @throws IllegalStateException if it asserts nothing
         */
        public Rule build() {
            if (assertions.isEmpty()) {
                throw new IllegalStateException("require: the rule " + logicalId + " asserts nothing");
            }
            PropertyBag.Builder members = PropertyBag.builder();
            if (ruleCondition != null) {
                members.put("RuleCondition", ruleCondition);
            }
            members.put("Assertions", ListValue.ofAny(assertions));
            return new Rule(logicalId, MapValue.ofAny(members.build()), source);
        }
    }
}
