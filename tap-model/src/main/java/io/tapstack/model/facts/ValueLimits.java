package io.tapstack.model.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value may be, beyond its type: enumerated values, bounds, lengths, number of items, a pattern, a format. */
public final class ValueLimits {

    static final ValueLimits NONE = new ValueLimitsBuilder().build();

    private final Set<String> enumValues;
    private final boolean enumIgnoresCase;
    private final boolean enumRegional;
    private final @Nullable BigDecimal min;
    private final @Nullable BigDecimal max;
    private final long minLength;
    private final long maxLength;
    private final long minItems;
    private final long maxItems;
    private final @Nullable LazyPattern pattern;
    private final @Nullable LazyPattern keyPattern;
    private final List<String> formats;

    ValueLimits(ValueLimitsBuilder from) {
        this.enumValues = from.enumValues;
        this.enumIgnoresCase = from.enumIgnoresCase;
        this.enumRegional = from.enumRegional;
        this.min = from.min;
        this.max = from.max;
        this.minLength = from.minLength;
        this.maxLength = from.maxLength;
        this.minItems = from.minItems;
        this.maxItems = from.maxItems;
        this.pattern = from.pattern;
        this.keyPattern = from.keyPattern;
        this.formats = from.formats;
    }

    /** True if nothing is known. */
    public boolean isEmpty() {
        return this == NONE;
    }

    /** The known values in a fixed order, with a constant-time {@code contains}; empty if the value is open. */
    public Set<String> enumValues() {
        return enumValues;
    }

    /** True if the case of an enumerated value doesn't matter. */
    public boolean enumIgnoresCase() {
        return enumIgnoresCase;
    }

    /** True if the known values are the union over regions, such as instance types: a list that AWS extends weekly. */
    public boolean enumRegional() {
        return enumRegional;
    }

    /** The smallest number allowed, inclusive; null if unknown. */
    public @Nullable BigDecimal min() {
        return min;
    }

    /** The largest number allowed, inclusive; null if unknown. */
    public @Nullable BigDecimal max() {
        return max;
    }

    /** The smallest length of a text, in characters. */
    public OptionalLong minLength() {
        return optional(minLength);
    }

    /** The largest length of a text, in characters. */
    public OptionalLong maxLength() {
        return optional(maxLength);
    }

    /** The smallest number of list elements or map entries. */
    public OptionalLong minItems() {
        return optional(minItems);
    }

    /** The largest number of list elements or map entries. */
    public OptionalLong maxItems() {
        return optional(maxItems);
    }

    /**
     * The regular expression for a text, compiled at most once; null if unknown. Ask with {@link java.util.regex.Matcher#find()}:
     * a pattern that must cover the whole value has its own anchors.
     */
    public @Nullable Pattern pattern() {
        return pattern == null ? null : pattern.pattern();
    }

    /** The text of {@link #pattern()}. */
    public @Nullable String patternText() {
        return pattern == null ? null : pattern.text();
    }

    /** The regular expression for the keys of a map, asked with {@code find()}; null if unknown. */
    public @Nullable Pattern keyPattern() {
        return keyPattern == null ? null : keyPattern.pattern();
    }

    /** The text of {@link #keyPattern()}. */
    public @Nullable String keyPatternText() {
        return keyPattern == null ? null : keyPattern.text();
    }

    /** Named formats, any of which the value may have, for example {@code ipv4-network} or {@code AWS::S3::Bucket.Name}. */
    public List<String> formats() {
        return formats;
    }

    private static OptionalLong optional(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
