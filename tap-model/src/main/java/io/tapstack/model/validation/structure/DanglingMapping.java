package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A {@code Fn::FindInMap} in a mapping that is not declared. */
final class DanglingMapping implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Fn::FindInMap names a mapping of the template";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Reference reference : context.references(Reference.Kind.FIND_IN_MAP)) {
            sink.judged(1);
            String name = reference.target();
            if (reference.declared() == null) {
                sink.report(
                        context.macros().lowered(severity()),
                        reference.place(),
                        "Fn::FindInMap names " + name + ", which is no mapping of the template."
                                + Suggestions.didYouMean(name, Targets.names(context, Section.MAPPINGS)),
                        "Declare the mapping " + name + ", or correct the name.");
            }
        }
    }
}
