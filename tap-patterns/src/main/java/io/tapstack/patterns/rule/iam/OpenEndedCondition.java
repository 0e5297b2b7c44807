package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Sub;
import io.tapstack.patterns.rule.Node;

/** A condition that a pattern with a star at its end makes wider than it looks. */
public final class OpenEndedCondition implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Conditions name what they are about";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (PolicyStatement statement : PolicyStatement.all(context)) {
            if (statement.allows()) {
                sink.judged(1);
                check(statement, sink);
            }
        }
    }

    private static void check(PolicyStatement statement, FindingSink sink) {
        for (Node condition : statement.node().member("Condition")) {
            for (Node like : condition.member("ArnLike")) {
                if (!(like.value() instanceof ObjectValue<?> object)) {
                    continue;
                }
                for (String key : object.members().names()) {
                    for (Node values : like.member(key)) {
                        values.items().forEach(value -> check(value, sink));
                    }
                }
            }
        }
    }

    private static void check(Node value, FindingSink sink) {
        String text =
                value.value() instanceof Sub sub ? sub.text() : value.text().orElse("");
        if (text.endsWith(":*")) {
            sink.report(
                    value.place(),
                    "The condition holds for everything that begins with " + text.substring(0, text.length() - 1) + ".",
                    "Name the resources.");
        }
    }
}
