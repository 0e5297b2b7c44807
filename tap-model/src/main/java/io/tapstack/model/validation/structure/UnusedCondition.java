package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.List;

/** A condition on which nothing depends. */
final class UnusedCondition implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Conditions are used";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        if (context.macros().unknown() || context.elements(Section.CONDITIONS).isEmpty()) {
            return;
        }
        boolean[] used = new boolean[context.elements().size()];
        mark(context.references(Reference.Kind.CONDITION), used);
        mark(context.references(Reference.Kind.IF), used);
        for (Element element : context.elements(Section.CONDITIONS)) {
            if (element.declaration() != null) {
                sink.judged(1);
                if (!used[element.ordinal()]) {
                    sink.report(
                            element.place(),
                            "Nothing depends on the condition " + element.name() + ".",
                            "Remove it, or use it.");
                }
            }
        }
    }

    private static void mark(List<Reference> references, boolean[] used) {
        for (Reference reference : references) {
            Element declared = reference.declared();
            if (declared != null) {
                used[declared.ordinal()] = true;
            }
        }
    }
}
