package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.List;
import java.util.Set;

/**
 * Rules about the Python code of a function that stands in the template. Of code elsewhere they say nothing, each for itself:
 * {@link UnjudgedCode} does, once for all.
 */
public abstract class InlineCode extends ResourceRule {

    static final String FUNCTION = "AWS::Lambda::Function";

    InlineCode() {}

    /** The code of a function, in all its ways, where it is Python code in the template. */
    public static List<Node> python(TemplateContext context, Element function) {
        return Node.at(context, function, "Code", "ZipFile").stream()
                .filter(InlineCode::isPython)
                .toList();
    }

    /** Whether this is Python code. */
    public static boolean isPython(Node code) {
        return code.text().filter(text -> text.contains("def ")).isPresent();
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public final Set<String> resourceTypes() {
        return Set.of(FUNCTION);
    }

    @Override
    protected final boolean judges(TemplateContext context, Element element) {
        return !python(context, element).isEmpty();
    }

    @Override
    protected final void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node code : python(context, element)) {
            check(element, code, code.text().orElse(""), sink);
        }
    }

    /** Judges the text of the code. */
    abstract void check(Element element, Node code, String text, FindingSink sink);
}
