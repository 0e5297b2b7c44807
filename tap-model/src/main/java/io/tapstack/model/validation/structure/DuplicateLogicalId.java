package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** Two entries of one name. */
final class DuplicateLogicalId implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Names are declared once";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements()) {
            if (element.section() == Section.TEMPLATE) {
                continue;
            }
            sink.judged(1);
            Element first = context.find(element.section(), element.name());
            if (first != null && first != element) {
                report(element, first, sink);
            } else if (element.section() == Section.RESOURCES) {
                Element parameter = context.find(Section.PARAMETERS, element.name());
                if (parameter != null) {
                    report(element, parameter, sink);
                }
            }
        }
    }

    private static void report(Element element, Element first, FindingSink sink) {
        String where = first.source().file().isPresent() ? " (" + first.source() + ")" : "";
        sink.report(
                element.place(),
                element.name() + " is declared twice in the template: also in "
                        + first.section().key() + where + ".",
                "Rename one of the two.");
    }
}
