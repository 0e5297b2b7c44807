package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.validation.TemplateContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A literal that does not look like the id, ARN or network that a property takes. */
final class FormatMismatch extends LiteralRule {

    @Override
    public String title() {
        return "Ids, ARNs and networks look like those that the property takes";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        return !limits.formats().isEmpty();
    }

    @Override
    @Nullable
    String problem(ValueLimits limits, String text, TemplateContext context) {
        boolean patternSaysSo = limits.patternText() != null && !context.fitsPattern(limits, text);
        return patternSaysSo || Formats.fit(limits.formats(), text) ? null : "takes " + names(limits.formats());
    }

    private static String names(List<String> formats) {
        List<String> names = new ArrayList<>();
        for (String format : formats) {
            names.add(Formats.describe(format));
        }
        return String.join(" or ", names);
    }

    @Override
    String remedy(ValueLimits limits, String text) {
        return "Write such a value, or refer to a resource or parameter that has it.";
    }
}
