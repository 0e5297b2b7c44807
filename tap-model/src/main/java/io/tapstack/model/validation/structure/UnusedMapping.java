package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Arguments;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.HashSet;
import java.util.Set;

/** A mapping in which nothing is looked up. */
final class UnusedMapping implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Mappings are used";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        if (context.macros().unknown() || context.elements(Section.MAPPINGS).isEmpty()) {
            return;
        }
        Set<String> used = new HashSet<>();
        for (FunctionUse use : context.functions()) {
            if (use.function().functionName().equals("Fn::FindInMap")) {
                String name = Arguments.text(use.function(), 0);
                if (name == null) {
                    return;
                }
                used.add(name);
            }
        }
        for (Element element : context.elements(Section.MAPPINGS)) {
            sink.judged(1);
            if (!used.contains(element.name())) {
                sink.report(
                        element.place(),
                        "Nothing is looked up in the mapping " + element.name() + ".",
                        "Remove it, or use it.");
            }
        }
    }
}
