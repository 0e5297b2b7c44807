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
import org.jspecify.annotations.Nullable;

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
                judge(context, resource, onObjects.meeting(context, resource.guard()), onOthers, sink);
            }
        }
        return known(actions, sink);
    }

    /** Says so once for a bucket: of the first way in which nothing else is allowed on it, or of the first of all. */
    private static void judge(
            TemplateContext context, Node bucket, List<@Nullable Guard> ways, When onOthers, FindingSink sink) {
        for (Guard way : ways) {
            if (!onOthers.meets(context, way)) {
                report(Severity.WARNING, bucket.within(way), sink);
                return;
            }
        }
        if (!ways.isEmpty()) {
            report(Severity.INFO, bucket.within(ways.get(0)), sink);
        }
    }

    private static void report(Severity severity, Node bucket, FindingSink sink) {
        sink.report(
                severity,
                bucket.place(),
                "Actions on objects mean nothing on the bucket "
                        + bucket.target().orElse("") + " itself.",
                "Put actions on the bucket and actions on its objects into two statements.");
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
