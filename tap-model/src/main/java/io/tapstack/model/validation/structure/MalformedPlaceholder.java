package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Placeholders;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import java.util.List;

/** A placeholder of {@code Fn::Sub} that holds no name. */
final class MalformedPlaceholder implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Placeholders of Fn::Sub hold a name";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        List<FunctionUse> functions = context.functions();
        for (int i = 0; i < functions.size(); i++) {
            FunctionUse use = functions.get(i);
            if (use.function() instanceof Sub sub) {
                sink.judged(1);
                check(use, sub, sink);
            }
        }
    }

    private static void check(FunctionUse use, Sub sub, FindingSink sink) {
        List<SubPart> parts = sub.parts();
        for (int i = 0; i < parts.size(); i++) {
            SubPart part = parts.get(i);
            if (part.isPlaceholder() && !sub.variables().has(part.text()) && !Placeholders.isWellFormed(part.text())) {
                sink.report(
                        use.argument(),
                        "The placeholder ${" + part.text() + "} of Fn::Sub holds no name.",
                        "Names have letters, digits, dots, colons and underscores; write ${!" + part.text()
                                + "} for the text itself.");
            }
        }
        if (isOpen(sub, parts.get(parts.size() - 1))) {
            sink.report(
                    Severity.WARNING,
                    use.argument(),
                    "The text of Fn::Sub opens a placeholder with ${ and does not close it.",
                    "Add the closing brace.");
        }
    }

    private static boolean isOpen(Sub sub, SubPart last) {
        if (last.isPlaceholder() || !last.text().contains("${")) {
            return false;
        }
        int open = sub.text().lastIndexOf("${");
        return sub.text().indexOf('}', open) < 0;
    }
}
