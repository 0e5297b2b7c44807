package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.ConditionTest;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import java.util.regex.Pattern;

/** A condition that a pattern with a star at its end makes wider than it looks. */
public final class OpenEndedCondition extends AllowRule {

    private static final Pattern PATTERNS = Pattern.compile("(foranyvalue:)?(arnequals|arnlike|stringlike)(ifexists)?");

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
        for (ConditionTest test : statement.tests()) {
            if (PATTERNS.matcher(test.operator()).matches()) {
                for (Node value : test.values().items()) {
                    known &= judge(context, value, sink);
                }
            }
        }
        return known;
    }

    private static boolean judge(TemplateContext context, Node value, FindingSink sink) {
        String text = Mentions.written(value.value());
        if (text.startsWith("arn:") && text.endsWith(":*")) {
            sink.report(
                    value.place(),
                    "The condition holds for everything that begins with " + text.substring(0, text.length() - 1) + ".",
                    "Name the resources.");
        } else if (text.equals("${}") || context.parameter(value.target().orElse("")) != null) {
            sink.unjudged(value.place(), "What the condition holds for is not known before the stack is created.");
            return false;
        }
        return true;
    }
}
