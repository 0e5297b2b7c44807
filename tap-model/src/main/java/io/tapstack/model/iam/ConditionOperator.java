package io.tapstack.model.iam;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a condition compares the value of a key with the values in the policy.
 *
 * <p>A negated operator is true when the key is missing from the request, and so is one with {@code IfExists}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
public final class ConditionOperator {

    /** Exact text. */
    public static final ConditionOperator STRING_EQUALS = new ConditionOperator("StringEquals");
    /** Any other text; true also when the key is missing. */
    public static final ConditionOperator STRING_NOT_EQUALS = new ConditionOperator("StringNotEquals");
    /** Text with {@code *} and {@code ?}. */
    public static final ConditionOperator STRING_LIKE = new ConditionOperator("StringLike");
    /** The contrary of {@link #STRING_LIKE}; true also when the key is missing. */
    public static final ConditionOperator STRING_NOT_LIKE = new ConditionOperator("StringNotLike");
    /** An ARN; {@code *} matches within one of its six parts. */
    public static final ConditionOperator ARN_EQUALS = new ConditionOperator("ArnEquals");
    /** Behaves as {@link #ARN_EQUALS}. */
    public static final ConditionOperator ARN_LIKE = new ConditionOperator("ArnLike");
    /** Any other ARN; true also when the key is missing. */
    public static final ConditionOperator ARN_NOT_EQUALS = new ConditionOperator("ArnNotEquals");
    /** Any other ARN; true also when the key is missing. */
    public static final ConditionOperator ARN_NOT_LIKE = new ConditionOperator("ArnNotLike");
    /** {@code true} or {@code false}. */
    public static final ConditionOperator BOOL = new ConditionOperator("Bool");
    /** Whether the key is missing ({@code true}) or present ({@code false}). */
    public static final ConditionOperator NULL = new ConditionOperator("Null");
    /** A smaller number. */
    public static final ConditionOperator NUMERIC_LESS_THAN = new ConditionOperator("NumericLessThan");
    /** An address within a block. */
    public static final ConditionOperator IP_ADDRESS = new ConditionOperator("IpAddress");

    private final String text;

    private ConditionOperator(String text) {
        this.text = text;
    }

    /** Any operator by its name, such as {@code DateGreaterThan}. */
    public static ConditionOperator of(String text) {
        return new ConditionOperator(Objects.requireNonNull(text, "text"));
    }

    /** The same operator, true also when the key is missing. */
    public ConditionOperator ifExists() {
        return new ConditionOperator(text + "IfExists");
    }

    /** The same operator for a key with several values: every one must match. True when there are none. */
    public ConditionOperator forAllValues() {
        return new ConditionOperator("ForAllValues:" + text);
    }

    /** The same operator for a key with several values: one must match. */
    public ConditionOperator forAnyValue() {
        return new ConditionOperator("ForAnyValue:" + text);
    }

    /** The name in the policy. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConditionOperator that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
