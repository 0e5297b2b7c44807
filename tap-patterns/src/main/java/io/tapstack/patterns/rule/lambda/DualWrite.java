package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;

/** The code writes to a table and to a stream with nothing that tells a half-done write from a done one. */
public final class DualWrite extends InlineCode {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Two stores are not written without a state between";
    }

    @Override
    void check(Element element, Node code, String text, FindingSink sink) {
        boolean writesItem = text.contains("put_item(") || text.contains("update_item(");
        if (writesItem && text.contains("put_record") && !text.contains("ConditionExpression")) {
            sink.report(
                    code.place(),
                    "The code of " + element.name()
                            + " writes to a table and then to a stream; a failure between the two loses the event.",
                    "Let the table feed the stream (KinesisStreamSpecification), or keep a state in the item.");
        }
    }
}
