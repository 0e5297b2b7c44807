package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A condition that is used and not declared. */
final class DanglingCondition implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Condition and Fn::If name conditions of the template";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        check(context, Reference.Kind.CONDITION, "Condition", sink);
        check(context, Reference.Kind.IF, "Fn::If", sink);
    }

    private void check(TemplateContext context, Reference.Kind kind, String what, FindingSink sink) {
        for (Reference reference : context.references(kind)) {
            sink.judged(1);
            String name = reference.target();
            if (reference.declared() == null && !context.macros().mayDeclare(name)) {
                sink.report(
                        context.macros().lowered(severity()),
                        reference.place(),
                        what + " names " + name + ", which is no condition of the template."
                                + Suggestions.didYouMean(name, Targets.names(context, Section.CONDITIONS)),
                        "Declare the condition " + name + ", or correct the name.");
            }
        }
    }
}
