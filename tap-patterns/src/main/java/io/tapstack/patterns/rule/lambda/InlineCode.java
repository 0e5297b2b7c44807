package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** Rules about the Python code of a function that stands in the template; code elsewhere is not judged. */
abstract class InlineCode extends ResourceRule {

    InlineCode() {}

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public final Set<String> resourceTypes() {
        return Set.of("AWS::Lambda::Function");
    }

    @Override
    protected final void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node code : Node.at(context, element, "Code", "ZipFile")) {
            String text = code.text().orElse("");
            if (text.isEmpty() || !text.contains("def ")) {
                sink.unjudged(code.place(), "The code is not Python code in the template.");
            } else {
                check(element, code, text, sink);
            }
        }
    }

    /** Judges the text of the code. */
    abstract void check(Element element, Node code, String text, FindingSink sink);
}
