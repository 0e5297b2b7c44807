package io.tapstack.patterns.rule.life;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A resource with data that does not say what becomes of it when it is deleted or replaced. */
public final class ImplicitDeletion extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Resources with data say what becomes of it";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of(
                "AWS::DynamoDB::Table",
                "AWS::Kinesis::Stream",
                "AWS::KMS::Key",
                "AWS::Logs::LogGroup",
                "AWS::RDS::DBCluster",
                "AWS::RDS::DBInstance",
                "AWS::S3::Bucket",
                "AWS::SecretsManager::Secret",
                "AWS::SQS::Queue");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        Resource resource = element.resource();
        ResourceOptions options = resource == null ? ResourceOptions.none() : resource.options();
        boolean unsaid = options.deletionPolicy().isEmpty() && !isVersioned(context, element);
        if (unsaid || options.updateReplacePolicy().isEmpty()) {
            sink.report(
                    element.place(),
                    element.name() + " holds data and does not say what becomes of it when it is deleted or replaced.",
                    "Set DeletionPolicy and UpdateReplacePolicy.");
        }
    }

    /** Whether it is a bucket of which {@link UndeletableBucket} says that its deletion fails. */
    private static boolean isVersioned(TemplateContext context, Element element) {
        return Node.at(context, element, "VersioningConfiguration", "Status").stream()
                .allMatch(status -> status.is("Enabled"));
    }
}
