package io.tapstack.patterns.rule.log;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A function and its group of logs know each other by name only. */
public final class LogGroupByName extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Functions name their group of logs";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Lambda::Function");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node config : Node.at(context, element, "LoggingConfig", "LogGroup")) {
            if (config.isAbsent()) {
                sink.report(
                        config.place(),
                        element.name()
                                + " writes to whatever group bears its name; nothing ties it to a group of the template.",
                        "Set LoggingConfig with a LogGroup.");
            }
        }
    }
}
