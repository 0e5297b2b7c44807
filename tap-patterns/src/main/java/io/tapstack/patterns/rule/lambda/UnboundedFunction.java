package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.Users;
import java.util.Set;

/** A function without reserved concurrency, or without a place for events that fail. */
public final class UnboundedFunction extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Functions have limits, and a place for failures";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Lambda::Function");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        boolean configured =
                !Users.of(context, element, "AWS::Lambda::EventInvokeConfig").isEmpty();
        for (Node concurrency : Node.property(context, element, "ReservedConcurrentExecutions")) {
            for (Node letters : Node.property(context, element, "DeadLetterConfig")) {
                if (concurrency.isAbsent() && letters.isAbsent() && !configured) {
                    sink.report(
                            element.place(),
                            element.name() + " has neither reserved concurrency nor a place for events that fail.",
                            "Set ReservedConcurrentExecutions, and an EventInvokeConfig or DeadLetterConfig.");
                }
            }
        }
    }
}
