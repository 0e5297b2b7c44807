package io.tapstack.patterns.rule.life;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A versioned bucket that the deletion of the stack tries to delete, and cannot while it holds objects. */
public final class UndeletableBucket extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Buckets can be deleted, or are kept";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::S3::Bucket");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        Resource resource = element.resource();
        boolean deleted =
                resource != null && resource.options().deletionPolicy().isEmpty();
        for (Node status : Node.at(context, element, "VersioningConfiguration", "Status")) {
            if (deleted && status.isUnknown()) {
                sink.unjudged(status.place(), "Whether versions are kept is not known before the stack is created.");
            } else if (deleted && status.is("Enabled")) {
                sink.report(
                        element.place(),
                        "The stack cannot be deleted while the versioned bucket " + element.name() + " holds objects.",
                        "Set DeletionPolicy to Retain, or empty the bucket by a custom resource.");
            }
        }
    }
}
