package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.validation.TemplateContext;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long texts may be by their limits, kept for the length of a validation since patterns are slow to read. */
final class LongestTexts {

    private final Map<ValueLimits, Long> known = new IdentityHashMap<>();

    private LongestTexts() {}

    /** The most characters that length and pattern allow; {@link TextPattern#UNBOUNDED} if neither limits them. */
    static long of(TemplateContext context, ValueLimits limits) {
        LongestTexts kept = context.kept(LongestTexts.class);
        Map<ValueLimits, Long> known =
                (kept == null ? context.keep(LongestTexts.class, new LongestTexts()) : kept).known;
        Long length = known.get(limits);
        if (length == null) {
            long most = limits.maxLength().orElse(TextPattern.UNBOUNDED);
            length = Math.min(most, patternLength(limits.patternText()));
            known.put(limits, length);
        }
        return length;
    }

    private static long patternLength(@Nullable String pattern) {
        if (pattern == null || !pattern.startsWith("^") || !pattern.endsWith("$") || pattern.indexOf('|') >= 0) {
            return TextPattern.UNBOUNDED;
        }
        TextPattern shape = TextPattern.of(pattern);
        return shape == null ? TextPattern.UNBOUNDED : shape.maxLength();
    }
}
