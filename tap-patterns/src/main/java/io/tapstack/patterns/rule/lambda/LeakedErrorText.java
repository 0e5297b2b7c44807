package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;
import java.util.regex.Pattern;

/** The code prints or returns the text of an exception, which may hold data and names of resources. */
public final class LeakedErrorText extends InlineCode {

    private static final Pattern TEXT = Pattern.compile("\\bstr\\((e|err|error|ex|exc|exception)\\)");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Texts of exceptions are not shown";
    }

    @Override
    void check(Element element, Node code, String text, FindingSink sink) {
        if (TEXT.matcher(text).find()) {
            sink.report(
                    code.place(),
                    "The code of " + element.name() + " shows the text of an exception.",
                    "Log a code and the request id, and return a general message.");
        }
    }
}
