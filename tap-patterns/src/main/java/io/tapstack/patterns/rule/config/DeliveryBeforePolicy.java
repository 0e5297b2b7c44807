package io.tapstack.patterns.rule.config;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.LogicalId;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A delivery channel that does not wait for the policy of its bucket, and fails if it comes first. */
public final class DeliveryBeforePolicy extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Delivery channels wait for the policy of their bucket";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Config::DeliveryChannel");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node bucket : Node.property(context, element, "S3BucketName")) {
            String name = bucket.target().orElse("");
            for (Element other : context.elements(Section.RESOURCES)) {
                Resource policy = other.resource();
                Resource channel = element.resource();
                boolean ofBucket = policy != null
                        && policy.resourceType().equals("AWS::S3::BucketPolicy")
                        && Node.property(context, other, "Bucket").stream()
                                .anyMatch(node ->
                                        node.target().filter(name::equals).isPresent());
                if (ofBucket
                        && channel != null
                        && !channel.options().dependsOn().contains(LogicalId.asWritten(other.name()))) {
                    sink.report(
                            element.place(),
                            element.name() + " does not wait for " + other.name()
                                    + ", without which Config may not write.",
                            "Add DependsOn: " + other.name() + ".");
                }
            }
        }
    }
}
