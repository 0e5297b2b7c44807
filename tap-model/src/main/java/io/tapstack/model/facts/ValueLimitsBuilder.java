package io.tapstack.model.facts;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the limits of one value while its line is read. */
final class ValueLimitsBuilder {

    Set<String> enumValues = Collections.emptySet();
    boolean enumIgnoresCase;
    boolean enumRegional;

    @Nullable
    BigDecimal min;

    @Nullable
    BigDecimal max;

    long minLength = -1;
    long maxLength = -1;
    long minItems = -1;
    long maxItems = -1;

    @Nullable
    LazyPattern pattern;

    @Nullable
    LazyPattern keyPattern;

    List<String> formats = List.of();
    private boolean used;

    /** Takes a limit; false if the key is unknown. */
    boolean accept(String key, String value) {
        used = true;
        return switch (key) {
            case "enum" -> {
                enumValues = Collections.unmodifiableSet(new LinkedHashSet<>(FactsText.list(value)));
                yield true;
            }
            case "min" -> {
                min = new BigDecimal(value);
                yield true;
            }
            case "max" -> {
                max = new BigDecimal(value);
                yield true;
            }
            case "min-length" -> {
                minLength = Long.parseLong(value);
                yield true;
            }
            case "max-length" -> {
                maxLength = Long.parseLong(value);
                yield true;
            }
            case "min-items" -> {
                minItems = Long.parseLong(value);
                yield true;
            }
            case "max-items" -> {
                maxItems = Long.parseLong(value);
                yield true;
            }
            case "pattern" -> {
                pattern = new LazyPattern(FactsText.unescape(value));
                yield true;
            }
            case "key-pattern" -> {
                keyPattern = new LazyPattern(FactsText.unescape(value));
                yield true;
            }
            case "format" -> {
                formats = FactsText.list(value);
                yield true;
            }
            default -> false;
        };
    }

    /** Takes a limit that has no value; false if it is unknown. */
    boolean accept(String flag) {
        return switch (flag) {
            case "enum-ignore-case" -> {
                enumIgnoresCase = true;
                yield true;
            }
            case "enum-regional" -> {
                enumRegional = true;
                yield true;
            }
            default -> false;
        };
    }

    ValueLimits build() {
        return !used && ValueLimits.NONE != null ? ValueLimits.NONE : new ValueLimits(this);
    }
}
