package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.validation.TemplateContext;
import org.jspecify.annotations.Nullable;

/** A text that does not fit the regular expression of its property. */
final class PatternMismatch extends LiteralRule {

    @Override
    public String title() {
        return "Texts fit the pattern of their property";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        return limits.patternText() != null;
    }

    @Override
    @Nullable
    String problem(ValueLimits limits, String text, TemplateContext context) {
        return context.fitsPattern(limits, text) ? null : "takes texts that match " + limits.patternText();
    }

    @Override
    String remedy(ValueLimits limits, String text) {
        return "Write a text that matches.";
    }
}
