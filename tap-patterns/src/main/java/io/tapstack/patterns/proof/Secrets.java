package io.tapstack.patterns.proof;

import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which values nobody should show: texts that AWS never gives out again, and what is called a secret. */
final class Secrets {

    private Secrets() {}

    /** Whether a property holds a secret. */
    static boolean isSecret(PropertyFacts property) {
        return property.writeOnly() && property.type() == PrimitiveType.STRING || isSecret(property.name());
    }

    /** Whether a name is that of a secret, and not of where it lies. */
    static boolean isSecret(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        boolean elsewhere = word.endsWith("arn") || word.endsWith("id") || word.endsWith("name");
        return !elsewhere
                && (word.contains("password")
                        || word.contains("secret")
                        || word.contains("token")
                        || word.contains("privatekey"));
    }

    /** Whether any member of a value is called a secret. */
    static boolean isIn(@Nullable Value<?> value) {
        if (value instanceof ObjectValue<?> object) {
            for (int i = 0; i < object.members().size(); i++) {
                if (isSecret(object.members().nameAt(i))
                        || isIn(object.members().valueAt(i))) {
                    return true;
                }
            }
        }
        if (value instanceof Intrinsic<?> function) {
            return isIn(function.argument());
        }
        return value instanceof ListValue<?> list && list.items().stream().anyMatch(Secrets::isIn);
    }
}
