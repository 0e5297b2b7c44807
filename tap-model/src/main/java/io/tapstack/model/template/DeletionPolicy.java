package io.tapstack.model.template;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;

/**
 * What becomes of a resource when it leaves the stack or is replaced.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 */
public enum DeletionPolicy {
    /** It is deleted with its content. */
    DELETE("Delete"),
    /** It stays. */
    RETAIN("Retain"),
    /** It stays, unless the creation of the stack itself failed; not for replacement. */
    RETAIN_EXCEPT_ON_CREATE("RetainExceptOnCreate"),
    /** A snapshot is taken first, for the types that have them. */
    SNAPSHOT("Snapshot");

    private final String text;

    DeletionPolicy(String text) {
        this.text = text;
    }

    /** The policy as it stands in a template. */
    public Value<String> toValue() {
        return Literal.of(text);
    }
}
