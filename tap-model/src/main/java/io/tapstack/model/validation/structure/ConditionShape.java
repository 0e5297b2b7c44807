package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Condition;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.ValueKind;

/** A condition that is not true or false. */
final class ConditionShape implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Conditions are true or false";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.CONDITIONS)) {
            if (element.declaration() instanceof Condition condition) {
                sink.judged(1);
                ValueKind kind = context.kindOf(condition.body());
                if (kind != ValueKind.TRUTH && kind != ValueKind.UNKNOWN) {
                    sink.report(
                            element.place(),
                            "The condition " + element.name() + " is no function that is true or false.",
                            "Define it by Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition.");
                }
            }
        }
    }
}
