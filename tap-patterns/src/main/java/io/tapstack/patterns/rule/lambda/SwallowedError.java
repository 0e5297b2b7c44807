package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;
import java.util.regex.Pattern;

/** The code catches every exception and raises none, so that Lambda takes a failure for a success. */
public final class SwallowedError extends InlineCode {

    private static final Pattern CATCH = Pattern.compile("(?m)^\\s*except( Exception\\b.*| BaseException\\b.*)?:");
    /** The answer tells of failures: the request of a custom resource, and the list of records of a queue or stream to be tried again. */
    private static final Pattern ANSWERS = Pattern.compile("\\b(cfnresponse|ResponseURL|batchItemFailures)\\b");

    private static final Pattern RAISE = Pattern.compile("(?m)^\\s*raise\\b");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Functions raise what they can't handle";
    }

    @Override
    void check(Element element, Node code, String text, FindingSink sink) {
        if (CATCH.matcher(text).find()
                && !RAISE.matcher(text).find()
                && !ANSWERS.matcher(text).find()) {
            sink.report(
                    code.place(),
                    "The code of " + element.name()
                            + " catches all exceptions and raises none, so nothing is retried and no error is counted.",
                    "Raise again what the code cannot handle.");
        }
    }
}
