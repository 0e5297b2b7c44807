package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;

/** The code puts an item without a condition, so a repeated event overwrites or doubles what is there. */
public final class UnconditionalPut extends InlineCode {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Items are put on a condition";
    }

    @Override
    void check(Element element, Node code, String text, FindingSink sink) {
        if (text.contains("put_item(") && !text.contains("ConditionExpression")) {
            sink.report(
                    code.place(),
                    "The code of " + element.name() + " puts items without a condition, so a retry writes again.",
                    "Add ConditionExpression=attribute_not_exists(…) on a key that the caller chooses.");
        }
    }
}
