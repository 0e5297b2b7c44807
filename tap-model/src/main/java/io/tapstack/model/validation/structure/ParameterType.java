package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Literal;

/** A parameter without a type, or of one that does not exist. */
final class ParameterType implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Parameters have a type that CloudFormation knows";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.PARAMETERS)) {
            if (element.declaration() instanceof Parameter parameter) {
                sink.judged(1);
                if (!(parameter.members().find("Type") instanceof Literal<?> type)) {
                    sink.report(
                            element.place(),
                            "The parameter " + element.name() + " has no type.",
                            "Add Type: String, say.");
                } else if (!ParameterTypes.isKnown(type.text())) {
                    sink.report(
                            element.place("Type"),
                            "Parameters cannot be of type " + type.text() + "."
                                    + Suggestions.didYouMean(type.text(), ParameterTypes.suggestions()),
                            "Use String, Number, CommaDelimitedList, or a type of AWS such as AWS::EC2::VPC::Id.");
                }
            }
        }
    }
}
