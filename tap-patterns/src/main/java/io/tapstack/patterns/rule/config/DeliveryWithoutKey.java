package io.tapstack.patterns.rule.config;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.Set;

/** A delivery channel to a bucket with a key of its own, which it does not name. */
public final class DeliveryWithoutKey extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Delivery channels name the key of their bucket";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Config::DeliveryChannel");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node bucket : Node.property(context, element, "S3BucketName")) {
            Element target = context.find(Section.RESOURCES, bucket.target().orElse(""));
            if (bucket.isUnknown() && target == null) {
                sink.unjudged(bucket.place(), "The bucket does not stand in the template.");
                continue;
            }
            if (target == null) {
                continue;
            }
            When encrypted = When.any(
                            Node.at(
                                    context,
                                    target,
                                    "BucketEncryption",
                                    "ServerSideEncryptionConfiguration",
                                    "ServerSideEncryptionByDefault",
                                    "KMSMasterKeyID"),
                            key -> !key.isAbsent())
                    .and(When.of(bucket.guard()));
            for (Node key : Node.property(context, element, "S3KmsKeyArn")) {
                if (key.isAbsent() && encrypted.meets(context, key.guard())) {
                    sink.report(
                            key.within(encrypted.meeting(context, key.guard()).get(0))
                                    .place(),
                            element.name() + " delivers to a bucket with a customer managed key and does not name it.",
                            "Set S3KmsKeyArn, and let config.amazonaws.com use the key.");
                }
            }
        }
    }
}
