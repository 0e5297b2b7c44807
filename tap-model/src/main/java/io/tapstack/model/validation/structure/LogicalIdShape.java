package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.LogicalId;

/** A name of a parameter, resource, output, … with characters that CloudFormation does not take. */
final class LogicalIdShape implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Logical ids are letters and digits";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements()) {
            if (element.section() == Section.TEMPLATE
                    || element.section() == Section.CONDITIONS // takes any name
                    || element.loop() != null) {
                continue;
            }
            sink.judged(1);
            if (!LogicalId.isValid(element.name())) {
                sink.report(
                        context.macros().lowered(severity()),
                        element.place(),
                        "The name '" + Texts.excerpt(element.name()) + "' in "
                                + element.section().key() + " is not 1 to 255 letters and digits.",
                        "Use letters and digits only.");
            }
        }
    }
}
