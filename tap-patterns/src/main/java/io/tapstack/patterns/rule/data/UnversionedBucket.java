package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/**
 * A bucket keeps no versions, so what is overwritten or deleted is gone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html">Versioning</a>
 */
public final class UnversionedBucket extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Buckets keep versions";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::S3::Bucket");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node status : Node.at(context, element, "VersioningConfiguration", "Status")) {
            if (status.isUnknown()) {
                sink.unjudged(status.place(), "Whether versions are kept is not known before the stack is created.");
            } else if (!status.is("Enabled")) {
                sink.report(
                        status.place(),
                        "The bucket " + element.name() + " keeps no versions.",
                        "Set the Status of VersioningConfiguration to Enabled.");
            }
        }
    }
}
