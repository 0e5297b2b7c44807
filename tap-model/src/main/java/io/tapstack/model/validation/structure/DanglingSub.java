package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.PseudoParameter;
import java.util.List;

/** A placeholder of {@code Fn::Sub} for something that is not declared. */
final class DanglingSub implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Placeholders of Fn::Sub name parameters, resources or variables";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        List<Reference> references = context.references(Reference.Kind.SUB);
        sink.judged(references.size());
        for (int i = 0; i < references.size(); i++) {
            check(context, references.get(i), sink);
        }
    }

    private void check(TemplateContext context, Reference reference, FindingSink sink) {
        String name = reference.target();
        String attribute = reference.attribute();
        boolean attributeOfParameter = attribute != null && reference.parameter() != null;
        if (!attributeOfParameter && Targets.isFound(context, reference)
                || attribute == null && PseudoParameter.isOne(name)) {
            return;
        }
        String placeholder = "${" + name + (attribute == null ? "" : "." + attribute) + "}";
        if (attributeOfParameter) {
            sink.report(
                    reference.place(),
                    "The placeholder " + placeholder + " asks for an attribute of " + name + ", which is a parameter.",
                    "Write ${" + name + "}: parameters have no attributes.");
        } else if (name.startsWith("AWS::")) {
            sink.report(
                    reference.place(),
                    "The placeholder " + placeholder + " names a pseudo parameter that does not exist."
                            + Suggestions.didYouMean(name, PseudoParameter.names()),
                    "Use one of " + String.join(", ", PseudoParameter.names()) + ".");
        } else {
            sink.report(
                    context.macros().lowered(severity()),
                    reference.place(),
                    "The placeholder " + placeholder + " names no parameter, resource or variable."
                            + Targets.hint(context, name),
                    "Declare " + name + ", correct the name, or write ${!" + name + "} for the text itself.");
        }
    }
}
