package io.tapstack.patterns.rule.iam;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.GetAtt;
import io.tapstack.patterns.rule.Node;
import java.util.List;
import java.util.Set;

/**
 * A statement that names an action on objects together with a bucket, where it means nothing. If other actions of the statement
 * mean the bucket, it is a remark only: the statement does what it should, and says more than it means.
 */
public final class ObjectActionOnBucket extends AllowRule {

    private static final Set<String> OBJECTS = Set.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject");

    @Override
    public String title() {
        return "Actions and resources fit";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        List<Node> actions = statement.items("Action");
        long objects = actions.stream()
                .filter(action -> action.text().filter(OBJECTS::contains).isPresent())
                .count();
        for (Node resource : statement.items("Resource")) {
            if (objects > 0 && isBucket(context, resource)) {
                sink.report(
                        objects == actions.size() ? Severity.WARNING : Severity.INFO,
                        resource.place(),
                        "Actions on objects mean nothing on the bucket "
                                + resource.target().orElse("") + " itself.",
                        "Put actions on the bucket and actions on its objects into two statements.");
            }
        }
        return known(actions, sink);
    }

    private static boolean isBucket(TemplateContext context, Node node) {
        Resource target = context.resource(node.target().orElse(""));
        return node.value() instanceof GetAtt
                && target != null
                && target.resourceType().equals("AWS::S3::Bucket");
    }
}
