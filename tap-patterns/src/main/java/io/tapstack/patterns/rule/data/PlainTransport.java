package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.BucketText;
import io.tapstack.patterns.rule.ConditionTest;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bucket whose policy does not refuse requests without TLS. */
public final class PlainTransport extends ResourceRule {

    private static final String TLS = "aws:securetransport";

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Buckets refuse requests without TLS";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::S3::Bucket");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        BucketText bucket = new BucketText(context, element);
        When whole = When.never();
        When objects = When.never();
        When unknown = When.never();
        for (Element policy : Existence.ofType(context, "AWS::S3::BucketPolicy")) {
            When its = When.any(Node.property(context, policy, "Bucket"), bucket::isName);
            if (its.isNever()) {
                continue;
            }
            for (PolicyStatement statement : PolicyStatement.of(context, policy.name())) {
                When refused = refuses(statement).and(its);
                List<Node> resources = statement.items("Resource");
                whole = whole.or(refused.and(When.any(resources, bucket::isBucket)));
                objects = objects.or(refused.and(When.any(resources, bucket::isObjects)));
            }
            unknown = unknown.or(unknown(context, policy).and(its));
        }
        if (isRefused(context, element, whole, objects)) {
            return;
        }
        if (isRefused(context, element, whole.or(unknown), objects.or(unknown))) {
            sink.unjudged(
                    element.place(), "What the policy of the bucket says is not known before the stack is created.");
            return;
        }
        When lacking = whole.covers(context, element.guard()) ? objects : whole;
        sink.report(
                lacking.missing(context, element.place()),
                "No policy of the bucket " + element.name() + " refuses requests without TLS.",
                "Add a Deny on aws:SecureTransport false for the bucket and its objects.");
    }

    private static boolean isRefused(TemplateContext context, Element bucket, When whole, When objects) {
        return whole.covers(context, bucket.guard()) && objects.covers(context, bucket.guard());
    }

    /** When a statement refuses all that anybody asks for without TLS, and asks for nothing else. */
    private static When refuses(PolicyStatement statement) {
        if (!statement.denies()) {
            return When.never();
        }
        When everybody = When.never();
        for (Node principal : statement.node().member("Principal")) {
            List<Node> named =
                    principal.value() instanceof ObjectValue<?> ? principal.member("AWS") : List.of(principal);
            for (Node list : named) {
                everybody = everybody.or(When.any(list.items(), each -> each.is("*")));
            }
        }
        When everything = When.any(
                statement.items("Action"),
                action -> action.is("*") || action.text().orElse("").equalsIgnoreCase("s3:*"));
        return everybody.and(everything).and(isPlain(statement));
    }

    /** When the condition holds for every request without TLS: it asks for nothing else. */
    private static When isPlain(PolicyStatement statement) {
        Map<Node, When> plain = new LinkedHashMap<>();
        for (ConditionTest test : statement.tests()) {
            if (!test.says("bool", TLS, "false") && !test.says("boolifexists", TLS, "false")) {
                plain.put(test.condition(), When.never());
            } else {
                plain.putIfAbsent(test.condition(), When.of(test.values().guard()));
            }
        }
        return plain.values().stream().reduce(When.never(), When::or);
    }

    private static When unknown(TemplateContext context, Element policy) {
        When unknown = When.never();
        for (Node unread : PolicyStatement.unread(context)) {
            if (unread.place().element() == policy) {
                unknown = unknown.or(When.of(unread.guard()));
            }
        }
        for (PolicyStatement statement : PolicyStatement.of(context, policy.name())) {
            if (statement.unknownEffect().isPresent()) {
                unknown = unknown.or(When.of(statement.node().guard()));
            }
            unknown = unknown.or(statement.hasUnknownCondition());
        }
        return unknown;
    }
}
