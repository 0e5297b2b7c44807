package io.tapstack.patterns.rule.log;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.List;
import java.util.Set;

/**
 * A trail does not log, or its files can be changed without anybody seeing it.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html">Validation of
 *     log files</a>
 */
public final class UnvalidatedTrail extends ResourceRule {

    @Override
    public String title() {
        return "Trails log, and their files can be validated";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::CloudTrail::Trail");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (String flag : List.of("IsLogging", "EnableLogFileValidation")) {
            for (Node node : Node.property(context, element, flag)) {
                if (node.isUnknown()) {
                    sink.unjudged(node.place(), "What the trail does is not known before the stack is created.");
                } else if (!node.is("true")) {
                    sink.report(
                            node.place(),
                            "The trail " + element.name() + " has " + flag + " not set to true.",
                            "Set " + flag + " to true.");
                }
            }
        }
    }
}
