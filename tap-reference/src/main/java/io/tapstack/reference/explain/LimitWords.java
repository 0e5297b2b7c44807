package io.tapstack.reference.explain;

import io.tapstack.model.facts.ValueLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a value may be, in words. */
final class LimitWords {

    /** Of lists such as those of instance types no more values are named than these. */
    private static final int MOST_VALUES = 40;

    private LimitWords() {}

    static List<String> of(ValueLimits limits) {
        List<String> words = new ArrayList<>();
        if (!limits.enumValues().isEmpty()) {
            words.add(values(limits));
        }
        add(words, range(plain(limits.min()), plain(limits.max())), "");
        add(words, range(plain(limits.minLength()), plain(limits.maxLength())), " character");
        add(words, range(plain(limits.minItems()), plain(limits.maxItems())), " item");
        String pattern = limits.patternText();
        if (pattern != null) {
            words.add("like " + code(pattern));
        }
        String keyPattern = limits.keyPatternText();
        if (keyPattern != null) {
            words.add("keys like " + code(keyPattern));
        }
        if (!limits.formats().isEmpty()) {
            words.add("format " + String.join(" or ", limits.formats()));
        }
        return words;
    }

    /** A regular expression as code of Markdown, on one line: control characters as expressions write them. */
    private static String code(String expression) {
        StringBuilder line = new StringBuilder();
        for (int i = 0, length = expression.length(); i < length; i++) {
            char c = expression.charAt(i);
            if (Character.isISOControl(c)) {
                line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return expression.indexOf('`') < 0 ? "`" + line + "`" : "`` " + line + " ``";
    }

    private static String values(ValueLimits limits) {
        int count = limits.enumValues().size();
        String first = limits.enumValues().stream().limit(MOST_VALUES).collect(Collectors.joining(", "));
        return "one of " + first + (count > MOST_VALUES ? " and " + (count - MOST_VALUES) + " others" : "")
                + (limits.enumRegional() ? ", not all in each region" : "")
                + (limits.enumIgnoresCase() ? ", in any case" : "");
    }

    private static void add(List<String> words, String range, String unit) {
        if (!range.isEmpty()) {
            words.add(unit.isEmpty() || range.matches("(at \\w+|exactly) 1") ? range + unit : range + unit + "s");
        }
    }

    private static String range(@Nullable String least, @Nullable String most) {
        if (least == null) {
            return most == null ? "" : "at most " + most;
        }
        if (most == null) {
            return "at least " + least;
        }
        return least.equals(most) ? "exactly " + least : least + " to " + most;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable String plain(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : null;
    }
}
