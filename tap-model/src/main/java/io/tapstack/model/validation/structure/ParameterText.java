package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long the value of a parameter can be, what it usually is, and what it may be at worst. */
final class ParameterText {

    private static final int LONGEST_EXAMPLE = 300;

    /** Whether anything limits the value; if not, nobody has promised anything. */
    final boolean limited;

    final long minLength;
    final long maxLength;
    /** A value to go on with; null if none is known. */
    final @Nullable String usual;
    /** Values that the constraints admit and that are likely to break something. */
    final List<String> examples = new ArrayList<>();

    ParameterText(Parameter parameter, ParameterConstraints constraints) {
        List<Value<?>> allowed = parameter.allowedValues();
        String usualText = parameter.text("Default").orElse(null);
        if (parameter.isList()
                || ParameterTypes.isStored(parameter.type())
                || parameter.type().equals("Number")) {
            limited = false;
            minLength = 0;
            maxLength = TextPattern.UNBOUNDED;
        } else if (!allowed.isEmpty()) {
            limited = true;
            long least = TextPattern.UNBOUNDED;
            long most = 0;
            for (Value<?> value : allowed) {
                String text = value instanceof Literal<?> literal ? literal.text() : "";
                examples.add(text);
                least = Math.min(least, text.length());
                most = Math.max(most, text.length());
            }
            minLength = least;
            maxLength = most;
        } else {
            Pattern pattern = constraints.pattern();
            TextPattern shape = pattern == null ? null : TextPattern.of(pattern.pattern());
            limited = pattern != null || parameter.text("MaxLength").isPresent();
            minLength = Math.max(number(constraints, "MinLength", 0), shape == null ? 0 : shape.minLength());
            long most = number(constraints, "MaxLength", TextPattern.UNBOUNDED);
            maxLength = Math.min(most, shape == null ? TextPattern.UNBOUNDED : shape.maxLength());
            if (pattern != null && shape != null) {
                examples(constraints, shape, (int) Math.min(maxLength, LONGEST_EXAMPLE));
            }
        }
        usual = usualText != null && !usualText.isEmpty()
                ? usualText
                : examples.isEmpty() ? null : examples.get(examples.size() - 1);
    }

    private static long number(ParameterConstraints constraints, String member, long otherwise) {
        BigDecimal number = constraints.number(member);
        return number == null ? otherwise : Math.max(0, Math.min(number.longValue(), Integer.MAX_VALUE));
    }

    private void examples(ParameterConstraints constraints, TextPattern shape, int longest) {
        for (String example : shape.examples(longest)) {
            if (constraints.certainlyAdmits(example)) {
                examples.add(example);
            }
        }
    }
}
