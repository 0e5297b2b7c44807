package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.Users;
import io.tapstack.patterns.rule.When;
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
        When handled = When.any(Node.property(context, element, "DeadLetterConfig"), node -> !node.isAbsent())
                .or(When.any(
                        Node.property(context, element, "ReservedConcurrentExecutions"), node -> !node.isAbsent()));
        for (Element config : Users.of(context, element, "AWS::Lambda::EventInvokeConfig")) {
            When its = When.any(
                    Node.property(context, config, "FunctionName"),
                    node -> Mentions.of(node.value()).contains(element.name()));
            handled = handled.or(its.and(
                    When.any(Node.at(context, config, "DestinationConfig", "OnFailure"), node -> !node.isAbsent())));
        }
        if (!handled.covers(context, element.guard())) {
            sink.report(
                    handled.missing(context, element.place()),
                    element.name() + " has neither reserved concurrency nor a place for events that fail.",
                    "Set ReservedConcurrentExecutions, and an EventInvokeConfig or DeadLetterConfig.");
        }
    }
}
