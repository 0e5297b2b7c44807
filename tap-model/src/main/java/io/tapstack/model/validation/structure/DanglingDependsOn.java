package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A {@code DependsOn} of something that is no resource of the template. */
final class DanglingDependsOn implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "DependsOn names resources of the template";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Reference reference : context.references(Reference.Kind.DEPENDS_ON)) {
            sink.judged(1);
            String name = reference.target();
            if (reference.resource() == null && !context.macros().mayDeclare(name)) {
                sink.report(
                        context.macros().lowered(severity()),
                        reference.place(),
                        "DependsOn names " + name + ", which is no resource of the template."
                                + Suggestions.didYouMean(name, Targets.names(context, Section.RESOURCES)),
                        "Correct the name, or remove the entry.");
            }
        }
    }
}
