package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.validation.Literals;
import io.tapstack.model.validation.TemplateContext;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number outside the bounds of its property. */
final class NumberRange extends LiteralRule {

    @Override
    public String title() {
        return "Numbers are within the bounds of their property";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        return limits.min() != null || limits.max() != null;
    }

    @Override
    @Nullable
    String problem(ValueLimits limits, String text, TemplateContext context) {
        BigDecimal number = Literals.number(text);
        if (number == null) {
            return null;
        }
        BigDecimal least = limits.min();
        if (least != null && number.compareTo(least) < 0) {
            return "takes at least " + least.toPlainString();
        }
        BigDecimal most = limits.max();
        return most != null && number.compareTo(most) > 0 ? "takes at most " + most.toPlainString() : null;
    }

    @Override
    String remedy(ValueLimits limits, String text) {
        BigDecimal least = limits.min();
        BigDecimal most = limits.max();
        return "Write a number "
                + (least == null ? "" : "from " + least.toPlainString() + (most == null ? "" : " "))
                + (most == null ? "" : "to " + most.toPlainString()) + ".";
    }
}
