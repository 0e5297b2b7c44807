package io.tapstack.model.validation;

import io.tapstack.model.value.Literal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads literals as CloudFormation does. */
public final class Literals {

    private static final int LONGEST_NUMBER = 100;

    private Literals() {}

    /** Whether a text holds a dynamic reference, so that its value is known only when the stack is created. */
    public static boolean isDynamic(Literal<?> literal) {
        return literal.isString() && isDynamic(literal.text());
    }

    /** Whether a text holds a dynamic reference. */
    public static boolean isDynamic(String text) {
        return text.contains("{{resolve:");
    }

    /** A text as a number; null if it is none. */
    public static @Nullable BigDecimal number(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST_NUMBER || text.charAt(length - 1) > '9') {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
