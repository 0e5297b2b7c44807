package io.tapstack.patterns.rule.log;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/**
 * A group of logs keeps them for less than 90 days, or for ever without saying so.
 *
 * 90 days are the least that the requirements behind this library ask for; PCI DSS 10.5.1 asks for twelve months.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html">Log groups</a>
 */
public final class ShortLogRetention extends ResourceRule {

    private static final int LEAST_DAYS = 90;

    @Override
    public String title() {
        return "Logs are kept for 90 days at least";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Logs::LogGroup");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node days : Node.property(context, element, "RetentionInDays")) {
            if (days.isAtLeast(LEAST_DAYS)) {
                continue;
            }
            if (days.isUnknown()) {
                sink.unjudged(days.place(), "How long logs are kept is not known before the stack is created.");
            } else {
                sink.report(
                        days.place(),
                        "The log group " + element.name() + " keeps logs for "
                                + days.text().map(text -> text + " days").orElse("no stated time") + '.',
                        "Set RetentionInDays to 90 or more.");
            }
        }
    }
}
