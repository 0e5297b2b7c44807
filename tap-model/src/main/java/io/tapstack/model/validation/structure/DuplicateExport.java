package io.tapstack.model.validation.structure;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Output;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplatePath;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two outputs that are exported under one name. */
final class DuplicateExport implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Export names differ within the template";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        if (!context.tooDeep().isEmpty()) {
            return;
        }
        Map<Value<?>, Element> exported = new HashMap<>();
        for (Element element : context.elements(Section.OUTPUTS)) {
            Value<?> name = exportName(element);
            if (name == null) {
                continue;
            }
            sink.judged(1);
            Element first = exported.putIfAbsent(name, element);
            if (first != null) {
                report(context, first, element, sink);
            }
        }
    }

    private static void report(TemplateContext context, Element first, Element element, FindingSink sink) {
        Guard both = Guard.and(first.guard(), element.guard());
        TemplatePath path = element.path().member("Export").member("Name");
        switch (context.scenarios().satisfiable(both)) {
            case POSSIBLE:
                sink.report(
                        Place.of(element, path, both),
                        element.name() + " is exported under the same name as " + first.name() + ".",
                        "Choose another name: exports are unique in an account and region.");
                break;
            case UNKNOWN:
                sink.unjudged(
                        Place.of(element, path, both),
                        "It is not known whether " + element.name() + " and " + first.name()
                                + ", which are exported under the same name, can exist at once.");
                break;
            default:
            // Never at once.
        }
    }

    private static @Nullable Value<?> exportName(Element element) {
        return element.declaration() instanceof Output output
                        && output.members().find("Export") instanceof ObjectValue<?> export
                ? export.members().find("Name")
                : null;
    }
}
