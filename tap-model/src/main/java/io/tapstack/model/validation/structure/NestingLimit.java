package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateLimits;
import io.tapstack.model.validation.TemplateRule;

/** Values that are nested so deep that nothing looks at them. */
final class NestingLimit implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Values are not nested too deep to be judged";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        sink.judged(context.elements().size());
        for (Place place : context.tooDeep()) {
            sink.report(
                    place,
                    "Values are nested deeper than " + TemplateLimits.MAXIMUM_DEPTH
                            + " levels here, so they are not judged.",
                    "Flatten them.");
        }
    }
}
