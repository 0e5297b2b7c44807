package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.validation.TemplateContext;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A text that is longer or shorter than its property takes. */
final class TextLength extends LiteralRule {

    @Override
    public String title() {
        return "Texts are as long as their property takes";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        return limits.minLength().isPresent() || limits.maxLength().isPresent();
    }

    @Override
    @Nullable
    String problem(ValueLimits limits, String text, TemplateContext context) {
        OptionalLong least = limits.minLength();
        if (least.isPresent() && text.length() < least.getAsLong()) {
            return "takes at least " + plural(least.getAsLong());
        }
        OptionalLong most = limits.maxLength();
        if (most.isPresent() && text.length() > most.getAsLong() && characters(text) > most.getAsLong()) {
            return "takes at most " + plural(most.getAsLong());
        }
        return null;
    }

    private static String plural(long count) {
        return count + (count == 1 ? " character" : " characters");
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    String remedy(ValueLimits limits, String text) {
        return "The text has " + characters(text) + "; write one that fits.";
    }
}
