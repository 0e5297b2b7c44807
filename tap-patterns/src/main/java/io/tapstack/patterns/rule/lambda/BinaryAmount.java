package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;
import java.util.regex.Pattern;

/** The code turns a number into a binary floating-point one, which changes amounts of money. */
public final class BinaryAmount extends InlineCode {

    private static final Pattern FLOAT = Pattern.compile("\\bfloat\\(");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Amounts stay decimal";
    }

    @Override
    void check(Element element, Node code, String text, FindingSink sink) {
        if (FLOAT.matcher(text).find()) {
            sink.report(
                    code.place(),
                    "The code of " + element.name()
                            + " makes binary floating-point numbers, which do not hold amounts exactly.",
                    "Pass amounts as texts or Decimal.");
        }
    }
}
