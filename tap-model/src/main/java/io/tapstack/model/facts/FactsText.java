package io.tapstack.model.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The lexical rules of a facts file, both ways: tokens are parted by one space, list elements by a comma, and inside a value
 * space, comma, percent and control characters stand percent-escaped.
 */
public final class FactsText {

    private static final String HEX = "0123456789ABCDEF";

    private FactsText() {}

    /** Escapes one value or list element, so that it holds no separator. */
    public static String escape(String value) {
        StringBuilder out = null;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (mustEscape(c)) {
                if (out == null) {
                    out = new StringBuilder(value.length() + 16).append(value, 0, i);
                }
                appendEscaped(out, c);
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? value : out.toString();
    }

    /**
     * Undoes {@link #escape}.
     *
     * @throws IllegalArgumentException if a percent sign isn't followed by two hexadecimal digits
     */
    public static String unescape(String value) {
        int percent = value.indexOf('%');
        if (percent < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length()).append(value, 0, percent);
        for (int i = percent; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '%') {
                out.append((char) (hexDigit(value, i + 1) << 4 | hexDigit(value, i + 2)));
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Splits a comma-separated value into its unescaped elements; the empty value has none. */
    public static List<String> list(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> elements = new ArrayList<>();
        int from = 0;
        for (int comma = value.indexOf(','); comma >= 0; comma = value.indexOf(',', from)) {
            elements.add(unescape(value.substring(from, comma)));
            from = comma + 1;
        }
        elements.add(unescape(value.substring(from)));
        return Collections.unmodifiableList(elements);
    }

    static String decode(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static boolean mustEscape(char c) {
        return c <= ' ' || c == '%' || c == ',' || c == 0x7f;
    }

    private static void appendEscaped(StringBuilder out, char c) {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }

    private static int hexDigit(String value, int at) {
        int digit = at < value.length() ? Character.digit(value.charAt(at), 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("'%' without two hexadecimal digits in '" + value + "'");
        }
        return digit;
    }
}
