package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A bucket that says nothing of who owns its objects, of a bucket key or of how long objects are kept. */
public final class LooseBucket extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Buckets state ownership, bucket key and lifecycle";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::S3::Bucket");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        List<String> missing = new ArrayList<>();
        if (Node.at(context, element, "OwnershipControls", "Rules", "ObjectOwnership").stream()
                .anyMatch(Node::isAbsent)) {
            missing.add("OwnershipControls");
        }
        if (mayLackBucketKey(context, element)) {
            missing.add("BucketKeyEnabled");
        }
        List<Node> lifecycle = Node.at(context, element, "LifecycleConfiguration", "Rules", "Status");
        if (!When.any(lifecycle, status -> status.is("Enabled") || status.isUnknown())
                .covers(context, element.guard())) {
            missing.add("LifecycleConfiguration");
        }
        if (!missing.isEmpty()) {
            sink.report(
                    element.place(),
                    "The bucket " + element.name() + " does not set " + String.join(" and ", missing) + ".",
                    "Set ObjectOwnership to BucketOwnerEnforced, and say how long versions are kept."
                            + (missing.contains("BucketKeyEnabled") ? " Set BucketKeyEnabled to true." : ""));
        }
    }

    /** Whether KMS may be asked for each object: a key of KMS encrypts, and no bucket key stands between. */
    private static boolean mayLackBucketKey(TemplateContext context, Element element) {
        for (Node rule : Node.at(context, element, "BucketEncryption", "ServerSideEncryptionConfiguration")) {
            for (Node item : rule.items()) {
                When byKey = When.never();
                for (Node byDefault : item.member("ServerSideEncryptionByDefault")) {
                    byKey = byKey.or(When.any(byDefault.member("SSEAlgorithm"), name -> name.is("aws:kms")));
                }
                for (Node enabled : item.member("BucketKeyEnabled")) {
                    boolean lacking = !enabled.isUnknown() && !enabled.is("true");
                    if (lacking && byKey.meets(context, enabled.guard())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
