package io.tapstack.model.codegen.refresh;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a value may be, while sources are merged. Two limits that hold together are {@link #and joined} to the tighter one;
 * two alternatives are {@link #or joined} to the looser one, and what only one alternative limits is no limit at all.
 */
final class Limits {

    @Nullable
    NavigableSet<String> enumValues;

    boolean ignoreCase;
    boolean regional;

    @Nullable
    BigDecimal min;

    @Nullable
    BigDecimal max;

    @Nullable
    String pattern;

    @Nullable
    String keyPattern;

    final Set<String> formats = new TreeSet<>();
    /** Lengths and numbers of items, by the name of the fact. */
    final Map<String, Long> counts = new TreeMap<>();

    Limits and(Limits other) {
        if (other.enumValues != null) {
            enumValues =
                    enumValues == null ? new TreeSet<>(other.enumValues) : intersection(enumValues, other.enumValues);
            ignoreCase |= other.ignoreCase;
        }
        regional |= other.regional;
        min = both(min, other.min, BigDecimal::max);
        max = both(max, other.max, BigDecimal::min);
        pattern = pattern == null ? other.pattern : pattern;
        keyPattern = keyPattern == null ? other.keyPattern : keyPattern;
        if (formats.isEmpty()) {
            formats.addAll(other.formats);
        }
        other.counts.forEach(
                (name, count) -> counts.merge(name, count, name.startsWith("min") ? Math::max : Math::min));
        return this;
    }

    Limits or(Limits other) {
        enumValues = enumValues == null || other.enumValues == null ? null : union(enumValues, other.enumValues);
        ignoreCase = enumValues != null && (ignoreCase || other.ignoreCase);
        regional |= other.regional;
        min = min == null || other.min == null ? null : min.min(other.min);
        max = max == null || other.max == null ? null : max.max(other.max);
        pattern = either(pattern, other.pattern);
        keyPattern = either(keyPattern, other.keyPattern);
        if (formats.isEmpty() || other.formats.isEmpty()) {
            formats.clear();
        } else {
            formats.addAll(other.formats);
        }
        counts.keySet().retainAll(other.counts.keySet());
        other.counts.forEach((name, count) -> counts.computeIfPresent(
                name, (n, own) -> n.startsWith("min") ? Math.min(own, count) : Math.max(own, count)));
        return this;
    }

    /** Adds values that another source enumerates. When case doesn't matter, the spelling that is already there stays. */
    void addEnum(Collection<String> values) {
        NavigableSet<String> all = enumValues == null ? new TreeSet<>() : enumValues;
        enumValues = all;
        for (String value : values) {
            if (!ignoreCase || all.stream().noneMatch(value::equalsIgnoreCase)) {
                all.add(value);
            }
        }
    }

    private static NavigableSet<String> union(Set<String> a, Set<String> b) {
        NavigableSet<String> union = new TreeSet<>(a);
        union.addAll(b);
        return union;
    }

    private static NavigableSet<String> intersection(Set<String> a, Set<String> b) {
        NavigableSet<String> intersection = new TreeSet<>(a);
        intersection.retainAll(b);
        return intersection.isEmpty() ? union(a, b) : intersection;
    }

    private static <T> @Nullable T both(@Nullable T a, @Nullable T b, BinaryOperator<T> tighter) {
        if (a == null) {
            return b;
        }
        return b == null ? a : tighter.apply(a, b);
    }

    private static @Nullable String either(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return null;
        }
        if (a.equals(b) || a.contains("(?:" + b + ")")) {
            return a;
        }
        return a.startsWith("(?:") && a.contains(")|(?:") ? a + "|(?:" + b + ")" : "(?:" + a + ")|(?:" + b + ")";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s..%s %s %s %s", enumValues, min, max, pattern, formats, counts);
    }
}
