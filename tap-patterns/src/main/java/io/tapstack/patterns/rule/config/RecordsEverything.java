package io.tapstack.patterns.rule.config;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A recorder of all resource types of the account in the stack of one application. */
public final class RecordsEverything extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Recorders record what the stack is about";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Config::ConfigurationRecorder");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node group : Node.property(context, element, "RecordingGroup")) {
            if (group.isAbsent()) {
                report(element, group, sink);
            } else {
                group.member("AllSupported").forEach(all -> check(element, all, sink));
            }
        }
    }

    private static void check(Element element, Node all, FindingSink sink) {
        if (all.isUnknown()) {
            sink.unjudged(all.place(), "What is recorded is not known before the stack is created.");
        } else if (all.is("true")) {
            report(element, all, sink);
        }
    }

    private static void report(Element element, Node node, FindingSink sink) {
        sink.report(
                node.place(),
                element.name() + " records every resource of the account, which costs and collides with other stacks.",
                "List the resource types of the template.");
    }
}
