package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A template without resources. */
final class NoResources implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Templates have at least one resource";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        sink.judged(1);
        if (context.elements(Section.RESOURCES).isEmpty()) {
            sink.report(
                    context.macros().lowered(severity()),
                    context.templateElement().place(),
                    "The template has no resources.",
                    "Add one; AWS::CloudFormation::WaitConditionHandle creates nothing.");
        }
    }
}
