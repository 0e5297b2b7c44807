package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateLimits;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.PropertyBag;
import java.nio.charset.StandardCharsets;

/** A description that is longer than CloudFormation takes. */
final class TextLimit implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Descriptions are no longer than CloudFormation takes";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        String description = context.template().description().orElse(null);
        if (description != null) {
            check(
                    description,
                    TemplateLimits.DESCRIPTION_BYTES,
                    context.templateElement().place("Description"),
                    sink);
        }
        for (Element element : context.elements(Section.PARAMETERS)) {
            if (element.declaration() instanceof Parameter parameter) {
                check(parameter.members(), TemplateLimits.PARAMETER_DESCRIPTION, element, sink);
            }
        }
        for (Element element : context.elements(Section.OUTPUTS)) {
            if (element.declaration() instanceof Output output) {
                check(output.members(), TemplateLimits.DESCRIPTION_BYTES, element, sink);
            }
        }
    }

    private static void check(PropertyBag members, int most, Element element, FindingSink sink) {
        if (members.find("Description") instanceof Literal<?> text) {
            check(text.text(), most, element.place("Description"), sink);
        }
    }

    private static void check(String text, int most, Place place, FindingSink sink) {
        sink.judged(1);
        if (text.length() > most / 4) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > most) {
                sink.report(
                        place,
                        "The description has " + bytes + " bytes; CloudFormation takes at most " + most + ".",
                        "Shorten it, or put the rest into Metadata.");
            }
        }
    }
}
