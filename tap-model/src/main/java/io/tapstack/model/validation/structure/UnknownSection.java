package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplatePath;
import io.tapstack.model.validation.TemplateRule;
import java.util.List;

/** A section that templates do not have. */
final class UnknownSection implements TemplateRule {

    private static final List<String> SECTIONS = List.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Mappings",
            "Conditions",
            "Rules",
            "Transform",
            "Resources",
            "Outputs",
            "Hooks");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Templates have the sections that CloudFormation knows";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        sink.judged(1);
        for (String name : context.template().others().keySet()) {
            boolean known = SECTIONS.contains(name)
                    || name.equals("Globals") && context.macros().serverless()
                    || name.equals("Fn::Transform");
            if (!known) {
                sink.report(
                        context.macros().lowered(severity()),
                        Place.of(context.templateElement(), TemplatePath.root().member(name)),
                        "Templates have no section " + Texts.excerpt(name) + "."
                                + Suggestions.didYouMean(name, SECTIONS),
                        "Correct the name, or move what stands there into Metadata.");
            }
        }
    }
}
