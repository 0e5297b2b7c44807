package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A {@code DependsOn} of a resource that may not exist. */
final class DependsOnConditionalResource implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "What DependsOn names exists whenever the resource does";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Reference reference : context.references(Reference.Kind.DEPENDS_ON)) {
            MissingTarget missing = MissingTarget.of(context, reference, sink);
            if (missing != null) {
                sink.report(
                        reference.place(),
                        reference.element().name() + " depends on " + reference.target() + ", which exists only if "
                                + missing.condition + " holds" + missing.example + ".",
                        "Give " + reference.element().name()
                                + " the same condition, or replace DependsOn by a reference in"
                                + " Fn::If, in Metadata say.");
            }
        }
    }
}
