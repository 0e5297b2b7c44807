package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;
import java.util.regex.Pattern;

/** The code turns an amount of money into a binary floating-point number, which changes it. */
public final class BinaryAmount extends InlineCode {

    private static final Pattern FLOAT = Pattern.compile(
            "\\bfloat\\([^)\\n]*(amount|price|total|balance|cost|fee|money|payment|salary|sum|tax)",
            Pattern.CASE_INSENSITIVE);

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
                            + " makes an amount a binary floating-point number, which does not hold it exactly.",
                    "Pass amounts as texts or Decimal.");
        }
    }
}
