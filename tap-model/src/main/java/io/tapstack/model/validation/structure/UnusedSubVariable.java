package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;

/** A variable that {@code Fn::Sub} defines and its text does not use. */
final class UnusedSubVariable implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Variables of Fn::Sub are used in its text";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (FunctionUse use : context.functions()) {
            if (use.function() instanceof Sub sub && !sub.variables().isEmpty()) {
                PropertyBag variables = sub.variables();
                sink.judged(variables.size());
                for (int i = 0; i < variables.size(); i++) {
                    if (!isUsed(sub, variables.nameAt(i))) {
                        sink.report(
                                use.argument(1).member(variables.nameAt(i)),
                                "The text of Fn::Sub does not use its variable " + variables.nameAt(i) + ".",
                                "Remove the variable, or put ${" + variables.nameAt(i) + "} into the text.");
                    }
                }
            }
        }
    }

    private static boolean isUsed(Sub sub, String variable) {
        for (SubPart part : sub.parts()) {
            if (part.isPlaceholder() && part.text().equals(variable)) {
                return true;
            }
        }
        return false;
    }
}
