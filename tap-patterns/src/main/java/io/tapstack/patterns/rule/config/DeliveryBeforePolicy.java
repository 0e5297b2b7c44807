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
import io.tapstack.patterns.rule.Users;
import io.tapstack.patterns.rule.When;
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
            if (bucket.isUnknown() && context.resource(name) == null) {
                sink.unjudged(bucket.place(), "The bucket does not stand in the template.");
                continue;
            }
            for (Element policy : Users.of(context, context.find(Section.RESOURCES, name), "AWS::S3::BucketPolicy")) {
                When its = When.any(
                        Node.property(context, policy, "Bucket"),
                        node -> node.target().filter(name::equals).isPresent());
                if (its.meets(context, bucket.guard()) && !waits(context, element, policy)) {
                    sink.report(
                            element.place(),
                            element.name() + " does not wait for " + policy.name()
                                    + ", without which Config may not write.",
                            "Add DependsOn: " + policy.name() + ".");
                }
            }
        }
    }

    private static boolean waits(TemplateContext context, Element channel, Element policy) {
        Resource resource = channel.resource();
        return resource != null
                && (resource.options().dependsOn().contains(LogicalId.asWritten(policy.name()))
                        || Users.of(context, policy).contains(channel));
    }
}
