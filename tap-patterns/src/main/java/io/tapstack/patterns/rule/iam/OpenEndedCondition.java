package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Sub;
import io.tapstack.patterns.rule.Node;

/** A condition that a pattern with a star at its end makes wider than it looks. */
public final class OpenEndedCondition extends AllowRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Conditions name what they are about";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        boolean known = true;
        for (Node condition : statement.node().member("Condition")) {
            for (Node like : condition.member("ArnLike")) {
                if (!(like.value() instanceof ObjectValue<?> object)) {
                    continue;
                }
                for (String key : object.members().names()) {
                    for (Node values : like.member(key)) {
                        for (Node value : values.items()) {
                            known &= judge(context, value, sink);
                        }
                    }
                }
            }
        }
        return known;
    }

    private static boolean judge(TemplateContext context, Node value, FindingSink sink) {
        String text =
                value.value() instanceof Sub sub ? sub.text() : value.text().orElse("");
        if (text.endsWith(":*")) {
            sink.report(
                    value.place(),
                    "The condition holds for everything that begins with " + text.substring(0, text.length() - 1) + ".",
                    "Name the resources.");
        } else if (text.isEmpty()
                && value.isUnknown()
                && context.resource(value.target().orElse("")) == null) {
            sink.unjudged(value.place(), "What the condition holds for is not known before the stack is created.");
            return false;
        }
        return true;
    }
}
