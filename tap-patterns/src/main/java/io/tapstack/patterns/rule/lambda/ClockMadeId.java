package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;
import java.util.regex.Pattern;

/** The code makes an identifier out of the time in seconds, so two events of one second get the same. */
public final class ClockMadeId extends InlineCode {

    private static final Pattern ID = Pattern.compile("f[\"'][^\"'\\n]*\\{int\\(time\\.time\\(\\)\\)\\}");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Identifiers are unique";
    }

    @Override
    void check(Element element, Node code, String text, FindingSink sink) {
        if (ID.matcher(text).find()) {
            sink.report(
                    code.place(),
                    "The code of " + element.name() + " makes an identifier of the time in seconds, which repeats.",
                    "Take the identifier from the caller, or make a UUID.");
        }
    }
}
