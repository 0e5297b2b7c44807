package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A stream that keeps its records for a day only, so an outage of its consumer over a weekend loses them. */
public final class ShortStreamRetention extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Streams keep records for longer than a day";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Kinesis::Stream");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node hours : Node.property(context, element, "RetentionPeriodHours")) {
            if (hours.isAtLeast(25)) {
                continue;
            }
            if (hours.isUnknown()) {
                sink.unjudged(hours.place(), "How long records are kept is not known before the stack is created.");
            } else {
                sink.report(
                        hours.place(),
                        "The stream " + element.name() + " keeps records for 24 hours only.",
                        "Set RetentionPeriodHours, to 168 for a week.");
            }
        }
    }
}
