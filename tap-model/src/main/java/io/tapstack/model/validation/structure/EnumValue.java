package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A value that is not among those that a property takes. */
final class EnumValue extends LiteralRule {

    @Override
    public String title() {
        return "Enumerated values are among those that the property takes";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        return !limits.enumValues().isEmpty();
    }

    /** Lists that differ between regions grow by the week, so a value that is not on one may be right. */
    @Override
    Severity severity(ValueLimits limits) {
        return limits.enumRegional() ? Severity.WARNING : severity();
    }

    @Override
    @Nullable
    String problem(ValueLimits limits, String text, TemplateContext context) {
        if (limits.enumValues().contains(text)) {
            return null;
        }
        if (limits.enumIgnoresCase()) {
            for (String value : limits.enumValues()) {
                if (value.equalsIgnoreCase(text)) {
                    return null;
                }
            }
        }
        return "takes only " + Texts.list(limits.enumValues());
    }

    @Override
    String remedy(ValueLimits limits, String text) {
        String meant = Suggestions.closest(text, new ArrayList<>(limits.enumValues()));
        return meant == null ? "Use one of these values." : "Write " + meant + ".";
    }
}
