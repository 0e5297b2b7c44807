package io.tapstack.patterns.preset;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of the environment of functions, where everybody sees them who may describe the function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Environment variables</a>
 */
final class FunctionEnvironment {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]+");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(^|.*_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|PRIVATE_?KEY|API_?KEY)");

    private FunctionEnvironment() {}

    /**
     * Looks for secrets.
     *
     * @throws IllegalArgumentException if a value is one or resolves to one, or if Lambda would not take a name
     */
    static void check(Map<String, Value<String>> environment) {
        environment.forEach(FunctionEnvironment::check);
    }

    private static void check(String name, Value<String> value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "environment: " + name + " is not a letter and then letters, digits and underscores");
        }
        String text = text(value);
        boolean resolved = text.contains("{{resolve:secretsmanager:") || text.contains("{{resolve:ssm-secure:");
        boolean literal = value instanceof Literal
                && SECRET_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches();
        if (resolved || literal) {
            throw new IllegalArgumentException(
                    "environment: " + name
                            + " would show a secret; pass the ARN of the secret, give the function access to it and read it there");
        }
    }

    private static String text(Value<String> value) {
        if (value instanceof Literal<?> literal) {
            return literal.text();
        }
        return value instanceof Sub sub ? sub.text() : "";
    }
}
