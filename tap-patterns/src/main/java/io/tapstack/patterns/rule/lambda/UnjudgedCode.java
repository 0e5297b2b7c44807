package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/**
 * Says which functions have code that no rule judges, so that silence about it is not taken for praise. It finds nothing wrong: all
 * that it says is that something was not judged.
 */
public final class UnjudgedCode extends ResourceRule {

    /** A rule. */
    public UnjudgedCode() {}

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "The code of functions is Python code in the template";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of(InlineCode.FUNCTION);
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node code : Node.at(context, element, "Code", "ZipFile")) {
            if (!InlineCode.isPython(code)) {
                sink.unjudged(
                        code.place(),
                        "No rule judges the code of " + element.name() + ", which is not Python code in the template.");
                return;
            }
        }
    }
}
