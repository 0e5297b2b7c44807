package io.tapstack.model.validation;

import io.tapstack.model.facts.ValueLimits;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Remembers which texts fit which patterns, for the length of one validation. */
final class PatternVerdicts {

    private final Map<ValueLimits, Map<String, Boolean>> known = new IdentityHashMap<>();

    boolean fits(ValueLimits limits, String text) {
        Map<String, Boolean> verdicts = known.get(limits);
        if (verdicts == null) {
            verdicts = new HashMap<>();
            known.put(limits, verdicts);
        }
        Boolean verdict = verdicts.get(text);
        if (verdict == null) {
            Pattern pattern = limits.pattern();
            verdict = pattern == null || PatternMatch.find(pattern, text) != PatternMatch.NO;
            verdicts.put(text, verdict);
        }
        return verdict;
    }
}
