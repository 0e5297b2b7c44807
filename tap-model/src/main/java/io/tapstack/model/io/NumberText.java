package io.tapstack.model.io;

import io.tapstack.model.value.Literal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as literals that keep their digits. */
final class NumberText {

    /** Numbers with larger exponents than this are none that anybody means, and take for ever to calculate with. */
    private static final int MAXIMUM_SCALE = 10_000;

    private static final int DIGITS_OF_LONG = 18;

    private NumberText() {}

    /** A number in JSON's notation, of any length; null if its exponent is absurd. */
    static @Nullable Literal<?> decimal(String text) {
        if (text.length() <= DIGITS_OF_LONG && isWhole(text)) {
            return whole(Long.parseLong(text));
        }
        try {
            return of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A whole number. */
    static Literal<?> whole(long number) {
        return number == (int) number ? Literal.of((int) number) : Literal.of(number);
    }

    /** A number; null if its exponent is absurd. */
    static @Nullable Literal<?> of(BigDecimal number) {
        return Math.abs((long) number.scale()) > MAXIMUM_SCALE ? null : Literal.of(number);
    }

    private static boolean isWhole(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }
}
