package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.GetAtt;
import io.tapstack.patterns.rule.Node;
import java.util.Set;

/** A statement that names an action on objects together with a bucket, where it means nothing. */
public final class ObjectActionOnBucket implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Actions and resources fit";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (PolicyStatement statement : PolicyStatement.all(context)) {
            if (statement.allows()) {
                sink.judged(1);
                check(statement, sink);
            }
        }
    }

    private static final Set<String> OBJECTS = Set.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject");

    private static void check(PolicyStatement statement, FindingSink sink) {
        boolean objects = statement.items("Action").stream()
                .anyMatch(action -> action.text().filter(OBJECTS::contains).isPresent());
        for (Node resource : statement.items("Resource")) {
            if (objects && resource.value() instanceof GetAtt) {
                sink.report(
                        resource.place(),
                        "Actions on objects mean nothing on the bucket "
                                + resource.target().orElse("") + " itself.",
                        "Put actions on the bucket and actions on its objects into two statements.");
            }
        }
    }
}
