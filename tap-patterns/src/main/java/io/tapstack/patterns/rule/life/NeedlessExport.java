package io.tapstack.patterns.rule.life;

import io.tapstack.model.template.Output;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.rule.Existence;

/** An output that is exported, so that it cannot be changed or removed once another stack imports it. */
public final class NeedlessExport implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Outputs are exported for those who import them";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.OUTPUTS)) {
            if (element.declaration() instanceof Output output) {
                sink.judged(1);
                if (output.members().has("Export") && Existence.isUnconditional(context, element)) {
                    sink.report(
                            element.place("Export"),
                            "The output " + element.name() + " is exported whether somebody imports it or not.",
                            "Export it on a condition, or not at all.");
                }
            }
        }
    }
}
