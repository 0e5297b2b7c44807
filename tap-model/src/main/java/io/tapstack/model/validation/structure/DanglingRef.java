package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.PseudoParameter;
import java.util.List;

/** A {@code Ref} to something that is not declared. */
final class DanglingRef implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Ref names a parameter or resource of the template";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        List<Reference> references = context.references(Reference.Kind.REF);
        sink.judged(references.size());
        for (int i = 0; i < references.size(); i++) {
            check(context, references.get(i), sink);
        }
    }

    private void check(TemplateContext context, Reference reference, FindingSink sink) {
        String name = reference.target();
        if (Targets.isFound(context, reference) || PseudoParameter.isOne(name)) {
            return;
        }
        if (name.startsWith("AWS::")) {
            sink.report(
                    reference.place(),
                    "Ref names the pseudo parameter " + name + ", which does not exist."
                            + Suggestions.didYouMean(name, PseudoParameter.names()),
                    "Use one of " + String.join(", ", PseudoParameter.names()) + ".");
        } else {
            sink.report(
                    context.macros().lowered(severity()),
                    reference.place(),
                    "Ref names " + name + ", which is no parameter or resource of the template."
                            + Targets.hint(context, name),
                    "Declare " + name + ", or correct the name.");
        }
    }
}
