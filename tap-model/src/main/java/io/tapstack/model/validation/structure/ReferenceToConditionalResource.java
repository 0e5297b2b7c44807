package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/**
 * A reference that counts although the resource that it means does not exist. It is an error if no choice of parameters gives a
 * stack, and a warning if some do and some don't: then CloudFormation takes the template, and refuses those parameters.
 */
final class ReferenceToConditionalResource implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "What is referred to exists whenever the reference counts";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Reference reference : context.references()) {
            Element target = reference.resource();
            if (target == null || target.condition() == null) {
                continue;
            }
            Section section = reference.element().section();
            if (reference.isValue() && (section == Section.RESOURCES || section == Section.OUTPUTS)) {
                MissingTarget missing = MissingTarget.of(context, reference, sink);
                if (missing != null) {
                    sink.report(
                            missing.always ? Severity.ERROR : Severity.WARNING,
                            reference.place(),
                            reference.element().name() + " refers to " + reference.target() + ", which exists only if "
                                    + missing.condition + " holds" + missing.example + ".",
                            "Put the reference into Fn::If on " + missing.condition + ", or give "
                                    + reference.element().name() + " the same condition.");
                }
            }
        }
    }
}
