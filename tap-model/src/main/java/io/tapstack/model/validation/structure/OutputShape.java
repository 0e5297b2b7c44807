package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Output;
import io.tapstack.model.validation.Arguments;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.List;

/** An output without a value, or with members that outputs do not have. */
final class OutputShape implements TemplateRule {

    private static final List<String> MEMBERS = List.of("Description", "Condition", "Value", "Export");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Outputs have a value and nothing that outputs do not have";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.OUTPUTS)) {
            if (element.declaration() instanceof Output output) {
                sink.judged(1);
                check(element, output.members(), sink);
            }
        }
    }

    private static void check(Element element, PropertyBag members, FindingSink sink) {
        Value<?> value = members.find("Value");
        if (value == null || Arguments.isNoValue(value)) {
            sink.report(element.place(), "The output " + element.name() + " has no value.", "Add Value.");
        }
        for (String name : members.names()) {
            if (!MEMBERS.contains(name)) {
                sink.report(
                        element.place(name),
                        "Outputs have no member " + name + "." + Suggestions.didYouMean(name, MEMBERS),
                        "Use one of " + String.join(", ", MEMBERS) + ".");
            }
        }
        for (String name : List.of("Description", "Condition")) {
            Value<?> text = members.find(name);
            if (text != null && !(text instanceof Literal<?> literal && literal.isString())) {
                sink.report(element.place(name), name + " of an output must be a plain text.", "Write a text.");
            }
        }
        Value<?> export = members.find("Export");
        if (export != null && !isExport(export)) {
            sink.report(
                    element.place("Export"),
                    "Export of an output must have Name and nothing else.",
                    "Write {Name: …}.");
        }
    }

    private static boolean isExport(Value<?> export) {
        return export instanceof ObjectValue<?> object
                && object.members().size() == 1
                && object.members().has("Name");
    }
}
