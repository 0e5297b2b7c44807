package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A function that CloudFormation does not have. */
final class UnknownFunctionName implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Functions exist";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (FunctionUse use : context.functions()) {
            String function = use.function().functionName();
            sink.judged(1);
            if (!FunctionPlaces.isKnown(function)) {
                sink.report(
                        context.macros().lowered(severity()),
                        use.place(),
                        "CloudFormation has no function " + function + "." + Suggestions.didYouMean(function, names()),
                        "Correct the name.");
            }
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(FunctionPlaces.ANYWHERE);
        names.addAll(FunctionPlaces.LOGIC);
        names.addAll(FunctionPlaces.RULES_ONLY);
        Collections.sort(names);
        return names;
    }
}
