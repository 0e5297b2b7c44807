package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Output;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.ValueKind;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Value;

/** An output whose value is no single text. */
final class OutputValueType implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Values of outputs are texts";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.OUTPUTS)) {
            Value<?> value = element.declaration() instanceof Output output
                    ? output.members().find("Value")
                    : null;
            if (value != null) {
                check(context, value, element.place("Value"), sink);
            }
        }
    }

    private static void check(TemplateContext context, Value<?> value, Place place, FindingSink sink) {
        if (value instanceof If<?> choice && place.path().depth() < 100) {
            check(context, choice.whenTrue(), place.member("Fn::If").item(1), sink);
            check(context, choice.whenFalse(), place.member("Fn::If").item(2), sink);
            return;
        }
        sink.judged(1);
        ValueKind kind = context.kindOf(value);
        if (kind == ValueKind.LIST) {
            sink.report(
                    place,
                    "The value of an output must be a text, and a list is given.",
                    "Join the items with Fn::Join.");
        } else if (kind == ValueKind.OBJECT || kind == ValueKind.TRUTH) {
            sink.report(
                    place,
                    "The value of an output must be a text, and "
                            + (kind == ValueKind.TRUTH ? "a condition" : "an object") + " is given.",
                    kind == ValueKind.TRUTH ? "Choose a text by Fn::If." : "Write a text.");
        }
    }
}
