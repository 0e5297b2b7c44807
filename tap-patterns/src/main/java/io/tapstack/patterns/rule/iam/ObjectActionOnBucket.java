package io.tapstack.patterns.rule.iam;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.GetAtt;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A statement that names an action on objects together with a bucket, where it means nothing. If other actions of the statement
 * mean the bucket, it is a remark only: the statement does what it should, and says more than it means.
 */
public final class ObjectActionOnBucket extends AllowRule {

    private static final Set<String> OBJECTS = Set.of("s3:putobject", "s3:getobject", "s3:deleteobject");

    @Override
    public String title() {
        return "Actions and resources fit";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        List<Node> actions = statement.items("Action");
        When onObjects = When.any(actions, ObjectActionOnBucket::isOnObjects);
        When onOthers = When.any(actions, action -> !isOnObjects(action));
        for (Node resource : statement.items("Resource")) {
            if (isBucket(context, resource)) {
                for (Guard guard : onObjects.meeting(context, resource.guard())) {
                    sink.report(
                            onOthers.meets(context, guard) ? Severity.INFO : Severity.WARNING,
                            resource.within(guard).place(),
                            "Actions on objects mean nothing on the bucket "
                                    + resource.target().orElse("") + " itself.",
                            "Put actions on the bucket and actions on its objects into two statements.");
                }
            }
        }
        return known(actions, sink);
    }

    private static boolean isOnObjects(Node action) {
        return OBJECTS.contains(action.text().orElse("").toLowerCase(Locale.ROOT));
    }

    private static boolean isBucket(TemplateContext context, Node node) {
        Resource target = context.resource(node.target().orElse(""));
        return node.value() instanceof GetAtt
                && target != null
                && target.resourceType().equals("AWS::S3::Bucket");
    }
}
