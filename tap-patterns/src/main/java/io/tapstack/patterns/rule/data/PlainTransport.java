package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.Users;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bucket whose policy does not refuse requests without TLS. */
public final class PlainTransport extends ResourceRule {

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
        boolean refused = false;
        for (Element other : Users.of(context, element, "AWS::S3::BucketPolicy")) {
            for (Node bucket : Node.property(context, other, "Bucket")) {
                if (bucket.target().filter(element.name()::equals).isPresent()) {
                    Node unknown = unknown(context, other);
                    if (unknown != null) {
                        sink.unjudged(
                                unknown.place(), "What the policy says is not known before the stack is created.");
                        return;
                    }
                    refused |= refuses(context, other);
                }
            }
        }
        if (!refused) {
            sink.report(
                    element.place(),
                    "No policy of the bucket " + element.name() + " refuses requests without TLS.",
                    "Add a Deny on aws:SecureTransport false for the bucket and its objects.");
        }
    }

    private static @Nullable Node unknown(TemplateContext context, Element policy) {
        for (Node statements : Node.at(context, policy, "PolicyDocument", "Statement")) {
            if (statements.isUnknown()) {
                return statements;
            }
        }
        return null;
    }

    private static boolean refuses(TemplateContext context, Element policy) {
        for (Node statements : Node.at(context, policy, "PolicyDocument", "Statement")) {
            for (Node statement : statements.items()) {
                boolean denies = statement.member("Effect").stream().anyMatch(effect -> effect.is("Deny"));
                if (denies && String.valueOf(statement.value()).contains("aws:SecureTransport")) {
                    return true;
                }
            }
        }
        return false;
    }
}
