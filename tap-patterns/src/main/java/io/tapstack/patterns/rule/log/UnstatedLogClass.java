package io.tapstack.patterns.rule.log;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A group of logs that does not say its class, which can never be changed. */
public final class UnstatedLogClass extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Groups of logs state their class";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Logs::LogGroup");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node kind : Node.property(context, element, "LogGroupClass")) {
            if (kind.isAbsent()) {
                sink.report(
                        kind.place(),
                        "The log group " + element.name() + " does not state its class, which cannot be changed later.",
                        "Set LogGroupClass to STANDARD, or to the class that is meant.");
            }
        }
    }
}
