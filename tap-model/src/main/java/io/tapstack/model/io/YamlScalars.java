package io.tapstack.model.io;

import io.tapstack.model.value.Literal;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What CloudFormation takes plain scalars for: YAML 1.1, as its parser reads it.
 *
 * <ul>
 *   <li>{@code true}, {@code yes}, {@code on} and their contraries are booleans, in lower case, upper case and with a capital;
 *       {@code y} and {@code n} are text.
 *   <li>{@code 012} is octal and means 10; {@code 0x1F}, {@code 0b11} and {@code 1_000} are numbers too, and so is {@code 1:30} to the base
 *       of 60. Digits with a zero before them that are not octal, such as {@code 089}, are the decimal number without it.
 *   <li>Dates are text.
 *   <li>{@code ~}, {@code null} and nothing at all are {@code null}.
 *   <li>{@code .inf} and {@code .nan} are text, since JSON has no such numbers.
 * </ul>
 */
final class YamlScalars {

    private YamlScalars() {}

    /** The literal that a plain scalar is. */
    static Literal<?> resolve(String text) {
        if (text.isEmpty()) {
            return Literal.ofNull();
        }
        if (beginsNumber(text.charAt(0))) {
            Literal<?> number = number(text);
            return number == null ? Literal.of(text) : number;
        }
        return text.length() <= 5 ? word(text) : Literal.of(text);
    }

    private static Literal<?> word(String text) {
        return switch (text) {
            case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON" -> Literal.of(true);
            case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF" -> Literal.of(false);
            case "~", "null", "Null", "NULL" -> Literal.ofNull();
            default -> Literal.of(text);
        };
    }

    /** The number that a plain scalar is; null if it is none. */
    static @Nullable Literal<?> number(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        boolean negative = text.charAt(0) == '-';
        int kinds = 0;
        for (int i = start; i < text.length(); i++) {
            int kind = kind(text.charAt(i));
            if (kind == 0) {
                return null;
            }
            kinds |= kind;
        }
        String digits = (kinds & UNDERSCORE) != 0 ? text.substring(start).replace("_", "") : text.substring(start);
        if ((kinds & DIGIT) == 0 || text.startsWith("_", start)) {
            return null;
        }
        if (kinds == DIGIT || kinds == (DIGIT | UNDERSCORE)) {
            return whole(digits, negative);
        }
        if (digits.startsWith("0x") || digits.startsWith("0b")) {
            int radix = digits.charAt(1) == 'x' ? 16 : 2;
            return (kinds & (POINT | COLON | SIGN)) != 0 ? null : radix(digits.substring(2), radix, negative);
        }
        if ((kinds & COLON) != 0) {
            return (kinds & ~(DIGIT | UNDERSCORE | COLON | POINT)) != 0 ? null : sexagesimal(digits, negative);
        }
        return (kinds & LETTER) != 0 ? null : decimal(digits, negative);
    }

    /** Whether a text may be a number by how it begins and by its characters; what needs more to tell counts as one. */
    static boolean looksLikeNumber(String text) {
        if (text.isEmpty() || !beginsNumber(text.charAt(0))) {
            return false;
        }
        int kinds = 0;
        for (int i = 0; i < text.length(); i++) {
            int kind = kind(text.charAt(i));
            if (kind == 0) {
                return false;
            }
            kinds |= kind;
        }
        int start = (kind(text.charAt(0)) & SIGN) != 0 ? 1 : 0;
        return (kinds & LETTER) == 0 || text.startsWith("0x", start) || text.startsWith("0b", start);
    }

    private static boolean beginsNumber(char first) {
        return first >= '0' && first <= '9' || first == '.' || first == '-' || first == '+';
    }

    private static final int DIGIT = 1;
    private static final int UNDERSCORE = 2;
    private static final int POINT = 4;
    private static final int COLON = 8;
    private static final int EXPONENT = 16;
    private static final int LETTER = 32;
    private static final int SIGN = 64;

    private static int kind(char c) {
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        return switch (c) {
            case '_' -> UNDERSCORE;
            case '.' -> POINT;
            case ':' -> COLON;
            case 'e', 'E' -> EXPONENT;
            case '+', '-' -> SIGN;
            case 'a', 'b', 'c', 'd', 'f', 'A', 'B', 'C', 'D', 'F', 'x' -> LETTER;
            default -> 0;
        };
    }

    private static Literal<?> whole(String digits, boolean negative) {
        boolean octal = digits.length() > 1 && digits.charAt(0) == '0';
        for (int i = 0; octal && i < digits.length(); i++) {
            octal = digits.charAt(i) <= '7';
        }
        if (!octal && digits.length() <= 18) {
            long number = Long.parseLong(digits);
            return NumberText.whole(negative ? -number : number);
        }
        return big(new BigInteger(digits, octal ? 8 : 10), negative);
    }

    private static @Nullable Literal<?> radix(String digits, int radix, boolean negative) {
        if (digits.isEmpty()) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), radix) < 0) {
                return null;
            }
        }
        return big(new BigInteger(digits, radix), negative);
    }

    private static Literal<?> big(BigInteger number, boolean negative) {
        BigInteger signed = negative ? number.negate() : number;
        return signed.bitLength() < 64 ? NumberText.whole(signed.longValue()) : Literal.of(new BigDecimal(signed));
    }

    /** A number to the base of 60: all parts but the first have one or two digits and are less than 60. */
    private static @Nullable Literal<?> sexagesimal(String digits, boolean negative) {
        String[] parts = digits.split(":", -1);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (!isPart(parts[i], i > 0, last)) {
                return null;
            }
            sum = sum.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(parts[i]));
        }
        if (parts[0].startsWith("0") && sum.scale() == 0) {
            return null;
        }
        return NumberText.decimal((negative ? sum.negate() : sum).toString());
    }

    private static boolean isPart(String part, boolean small, boolean fraction) {
        int point = part.indexOf('.');
        String whole = point < 0 ? part : part.substring(0, point);
        if (whole.isEmpty()
                || point >= 0 && (!fraction || part.indexOf('.', point + 1) >= 0 || point == part.length() - 1)) {
            return false;
        }
        return !small || whole.length() == 1 || whole.length() == 2 && whole.charAt(0) < '6';
    }

    /** A number with a point or an exponent. */
    private static @Nullable Literal<?> decimal(String digits, boolean negative) {
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        String mantissa = exponent < 0 ? digits : digits.substring(0, exponent);
        int point = mantissa.indexOf('.');
        boolean plain = mantissa.indexOf('+') < 0 && mantissa.indexOf('-') < 0;
        if (!plain || mantissa.isEmpty() || point >= 0 && mantissa.indexOf('.', point + 1) >= 0) {
            return null;
        }
        try {
            return NumberText.of(new BigDecimal(negative ? "-" + digits : digits));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
