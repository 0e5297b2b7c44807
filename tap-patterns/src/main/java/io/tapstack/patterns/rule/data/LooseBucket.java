package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
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
        for (String name : List.of("OwnershipControls", "LifecycleConfiguration")) {
            if (Node.property(context, element, name).stream().anyMatch(Node::isAbsent)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            sink.report(
                    element.place(),
                    "The bucket " + element.name() + " does not set " + String.join(" and ", missing) + ".",
                    "Set ObjectOwnership to BucketOwnerEnforced, and say how long versions are kept.");
        }
    }
}
