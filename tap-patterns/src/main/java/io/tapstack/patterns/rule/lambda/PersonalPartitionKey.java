package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;
import java.util.regex.Pattern;

/** The partition key of a stream is the number of a customer: one busy customer makes one busy shard, and the number shows in metrics. */
public final class PersonalPartitionKey extends InlineCode {

    private static final Pattern KEY =
            Pattern.compile("PartitionKey\\s*=\\s*(str\\()?(customer|user|account|client|email)");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Partition keys spread the records and name nobody";
    }

    @Override
    void check(Element element, Node code, String text, FindingSink sink) {
        if (KEY.matcher(text).find()) {
            sink.report(
                    code.place(),
                    "The code of " + element.name() + " uses a customer as partition key.",
                    "Use a hash of the transaction.");
        }
    }
}
