package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A {@code Fn::GetAtt} of something that is no resource of the template. */
final class DanglingGetAtt implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Fn::GetAtt names a resource of the template";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Reference reference : context.references(Reference.Kind.GET_ATT)) {
            sink.judged(1);
            String name = reference.target();
            if (reference.parameter() != null) {
                sink.report(
                        reference.place(),
                        "Fn::GetAtt names " + name + ", which is a parameter and has no attributes.",
                        "Use Ref for the value of a parameter.");
            } else if (!Targets.isFound(context, reference)) {
                sink.report(
                        context.macros().lowered(severity()),
                        reference.place(),
                        "Fn::GetAtt names " + name + ", which is no resource of the template."
                                + Suggestions.didYouMean(name, Targets.names(context, Section.RESOURCES)),
                        "Declare the resource " + name + ", or correct the name.");
            }
        }
    }
}
