package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;

/** Rules that look at one statement after another, of those that allow something. Their findings are warnings. */
abstract class AllowRule implements TemplateRule {

    AllowRule() {}

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public final void check(TemplateContext context, FindingSink sink) {
        for (PolicyStatement statement : PolicyStatement.all(context)) {
            if (statement.allows()) {
                sink.judged(judge(context, statement, sink) ? 1 : 0);
            }
        }
    }

    /** Judges a statement; false if something of it is not known, which it then says. */
    abstract boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink);

    /** Says so if the value of one of these is not known; whether all are. */
    static boolean known(Iterable<Node> nodes, FindingSink sink) {
        for (Node node : nodes) {
            if (node.isUnknown()) {
                sink.unjudged(node.place(), "What stands here is not known before the stack is created.");
                return false;
            }
        }
        return true;
    }
}
