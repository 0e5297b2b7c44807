package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.validation.Literals;
import io.tapstack.model.validation.PatternMatch;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What the constraints of a parameter say of a value. */
final class ParameterConstraints {

    private final Parameter parameter;
    private final @Nullable Pattern pattern;
    private final @Nullable BigDecimal minLength;
    private final @Nullable BigDecimal maxLength;

    private ParameterConstraints(Parameter parameter) {
        this.parameter = parameter;
        this.pattern = compile(parameter.text("AllowedPattern").orElse(null));
        this.minLength = number("MinLength");
        this.maxLength = number("MaxLength");
    }

    /** The constraints of a parameter, read once in a validation. */
    static ParameterConstraints of(TemplateContext context, Parameter parameter) {
        Known known = context.kept(Known.class);
        if (known == null) {
            known = context.keep(Known.class, new Known());
        }
        return known.byParameter.computeIfAbsent(parameter, ParameterConstraints::new);
    }

    /** The pattern that all values must match as a whole; null if there is none or it is malformed. */
    @Nullable
    Pattern pattern() {
        return pattern;
    }

    private static @Nullable Pattern compile(@Nullable String text) {
        try {
            return text == null ? null : Pattern.compile(text);
        } catch (PatternSyntaxException | StackOverflowError e) {
            return null;
        }
    }

    /** Whether there is a constraint of that name. */
    boolean has(String member) {
        return parameter.text(member).isPresent();
    }

    /** A constraint that is a number; null if there is none. */
    @Nullable
    BigDecimal number(String member) {
        String text = parameter.text(member).orElse(null);
        return text == null ? null : Literals.number(text);
    }

    /** What is wrong with a value regardless of {@code AllowedValues}, to be put behind it; null if nothing is. */
    @Nullable
    String problem(String value) {
        if (parameter.type().equals("Number") || parameter.type().equals("List<Number>")) {
            return numberProblem(value);
        }
        String problem = lengthProblem(value);
        if (problem != null) {
            return problem;
        }
        return pattern != null && PatternMatch.whole(pattern, value) == PatternMatch.NO
                ? "does not match AllowedPattern " + pattern.pattern()
                : null;
    }

    private @Nullable String lengthProblem(String value) {
        if (minLength != null && BigDecimal.valueOf(value.length()).compareTo(minLength) < 0) {
            return "is shorter than MinLength " + minLength.toPlainString();
        }
        return maxLength != null && BigDecimal.valueOf(value.length()).compareTo(maxLength) > 0
                ? "is longer than MaxLength " + maxLength.toPlainString()
                : null;
    }

    /** Whether a text certainly matches the pattern and has a length that is allowed. */
    boolean certainlyAdmits(String text) {
        return lengthProblem(text) == null && pattern != null && PatternMatch.whole(pattern, text) == PatternMatch.YES;
    }

    /** As {@link #problem}; of a list the first problem of an item, unless the list as a whole has none. */
    @Nullable
    String problemOfEach(String value) {
        String problem = problem(value);
        if (problem == null || !parameter.isList()) {
            return problem;
        }
        for (String item : value.split(",", -1)) {
            problem = problem(item.strip());
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String numberProblem(String value) {
        BigDecimal number = Literals.number(value.strip());
        if (number == null) {
            return "is no number";
        }
        BigDecimal least = number("MinValue");
        if (least != null && number.compareTo(least) < 0) {
            return "is less than MinValue " + least.toPlainString();
        }
        BigDecimal most = number("MaxValue");
        return most != null && number.compareTo(most) > 0 ? "is greater than MaxValue " + most.toPlainString() : null;
    }

    /** Whether a value is among {@code AllowedValues}, if there are any. */
    boolean isAllowed(String value) {
        List<Value<?>> allowed = parameter.allowedValues();
        for (Value<?> one : allowed) {
            if (!(one instanceof Literal<?> literal) || literal.text().equals(value)) {
                return true;
            }
        }
        return allowed.isEmpty();
    }

    /** The constraints that were read in a validation. */
    private static final class Known {
        final Map<Parameter, ParameterConstraints> byParameter = new IdentityHashMap<>();
    }
}
