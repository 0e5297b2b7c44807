package io.tapstack.model.value;

import java.util.Objects;

/**
 * Texts that CloudFormation replaces when it creates a resource: parameters of Systems Manager and secrets.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html">Dynamic references</a>
 */
public final class DynamicReference {

    private DynamicReference() {}

    /** The newest version of a plain parameter of Systems Manager. */
    public static Value<String> ssm(String parameterName) {
        return Literal.of("{{resolve:ssm:" + Objects.requireNonNull(parameterName, "parameterName") + "}}");
    }

    /** The newest version of a secure parameter of Systems Manager; only some properties take it. */
    public static Value<String> ssmSecure(String parameterName) {
        return Literal.of("{{resolve:ssm-secure:" + Objects.requireNonNull(parameterName, "parameterName") + "}}");
    }

    /** One member of the JSON that a secret of the same template holds. */
    public static Value<String> secret(Value<String> secret, String jsonKey) {
        return Sub.concat(
                Literal.of("{{resolve:secretsmanager:"),
                secret,
                Literal.of(":SecretString:" + Objects.requireNonNull(jsonKey, "jsonKey") + "}}"));
    }
}
