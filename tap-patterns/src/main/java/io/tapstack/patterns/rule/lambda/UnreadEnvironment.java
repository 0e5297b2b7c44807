package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A variable of the environment that the code never reads. Code that reads all of them, or names that it makes, is not judged. */
public final class UnreadEnvironment extends ResourceRule {

    /** What the runtime, the clients of AWS or extensions read. */
    private static final Pattern READ_BY_OTHERS =
            Pattern.compile("(AWS_|PYTHON|OTEL_|POWERTOOLS_).*|TZ|LANG|PATH|LD_LIBRARY_PATH");

    private static final Pattern READ_AS_A_WHOLE =
            Pattern.compile("\\bos\\.environ(?!\\s*\\[|\\.(get|setdefault|pop)\\b)|\\bos\\.environ\\[(?![\"'])");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Variables of the environment are read";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of(InlineCode.FUNCTION);
    }

    @Override
    protected boolean judges(TemplateContext context, Element element) {
        return Node.at(context, element, "Code", "ZipFile").stream()
                .allMatch(code -> InlineCode.isPython(code)
                        && !READ_AS_A_WHOLE.matcher(code.text().orElse("")).find());
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        List<Node> codes = InlineCode.python(context, element);
        for (Node variables : Node.at(context, element, "Environment", "Variables")) {
            for (String name : variables.names()) {
                if (READ_BY_OTHERS.matcher(name).matches()) {
                    continue;
                }
                When read = When.any(codes, code -> isWord(name, code.text().orElse("")));
                for (Node variable : variables.member(name)) {
                    if (!variable.isAbsent() && !read.covers(context, variable.guard())) {
                        report(element, name, read.missing(context, variable.place()), sink);
                    }
                }
            }
        }
    }

    /** Whether a name stands in a text, not as a part of a longer one. */
    private static boolean isWord(String name, String text) {
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            if (starts && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return true;
            }
            at = text.indexOf(name, at + 1);
        }
        return false;
    }

    private static void report(Element element, String name, Place place, FindingSink sink) {
        sink.report(place, "The code of " + element.name() + " never reads " + name + ".", "Remove the variable.");
    }
}
