package io.tapstack.model.codegen;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.facts.ValueLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the facts say of a property, on one line of Javadoc. */
final class PropertyNotes {

    private static final int LONGEST_LIST = 80;

    private PropertyNotes() {}

    static String of(MemberPlan member) {
        PropertyFacts facts = member.facts();
        List<String> notes = new ArrayList<>();
        if (facts.required()) {
            notes.add("required");
        }
        if (facts.deprecated()) {
            notes.add("deprecated by AWS");
        }
        if (facts.replacement() != Replacement.NEVER) {
            notes.add(
                    facts.replacement() == Replacement.ALWAYS
                            ? "a change replaces the resource"
                            : "a change may replace the resource");
        }
        limits(facts.limits(), "", notes);
        limits(facts.itemLimits(), "each ", notes);
        enumerated(member, notes);
        String name = Literals.javadoc(facts.name());
        return "/** " + name + (notes.isEmpty() ? "" : ": " + String.join("; ", notes)) + ". */";
    }

    private static void limits(ValueLimits limits, String each, List<String> notes) {
        BigDecimal min = limits.min();
        BigDecimal max = limits.max();
        note(each, min == null ? null : min.toPlainString(), max == null ? null : max.toPlainString(), "", notes);
        lengths(each, limits.minLength(), limits.maxLength(), " character", notes);
        lengths(each, limits.minItems(), limits.maxItems(), " item", notes);
    }

    private static void lengths(String each, OptionalLong min, OptionalLong max, String unit, List<String> notes) {
        String least = min.orElse(0) > 0 ? String.valueOf(min.getAsLong()) : null;
        note(each, least, max.isPresent() ? String.valueOf(max.getAsLong()) : null, unit, notes);
    }

    private static void note(String each, @Nullable String min, @Nullable String max, String unit, List<String> notes) {
        if (min == null && max == null) {
            return;
        }
        String range = min == null ? "at most " + max : max == null ? "at least " + min : between(min, max);
        String last = max == null ? String.valueOf(min) : max;
        notes.add(each + range + (unit.isEmpty() || last.equals("1") ? unit : unit + 's'));
    }

    private static String between(String min, String max) {
        return min.equals(max) ? "exactly " + min : min + " to " + max;
    }

    private static void enumerated(MemberPlan member, List<String> notes) {
        Set<String> values = Constants.values(member.facts());
        if (String.join(", ", values).length() <= LONGEST_LIST && !values.isEmpty()) {
            notes.add("one of " + values.stream().map(Literals::javadoc).collect(Collectors.joining(", ")));
        } else if (!values.isEmpty()) {
            notes.add("one of " + values.size() + " known values"
                    + (member.constants().isEmpty() ? "" : ", see the constants"));
        }
    }
}
