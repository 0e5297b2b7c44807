package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/**
 * A DynamoDB table has no point-in-time recovery.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html">Point-in-time recovery</a>
 */
public final class UnrecoverableTable extends ResourceRule {

    @Override
    public String title() {
        return "Tables have point-in-time recovery";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::DynamoDB::Table");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node enabled :
                Node.at(context, element, "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")) {
            if (enabled.isUnknown()) {
                sink.unjudged(enabled.place(), "Whether the table can be recovered is not known from the template.");
            } else if (!enabled.is("true")) {
                sink.report(
                        enabled.place(),
                        "The table " + element.name() + " has no point-in-time recovery.",
                        "Set PointInTimeRecoveryEnabled to true.");
            }
        }
    }
}
