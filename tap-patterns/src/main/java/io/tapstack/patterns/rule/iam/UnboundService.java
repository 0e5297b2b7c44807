package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.rule.Node;
import java.util.Locale;
import java.util.Set;

/** A statement that lets a service of AWS act, in a policy of a key, bucket or role, whoever makes it act. */
public final class UnboundService implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Services act for this account only";
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

    private static final Set<String> ANYBODYS =
            Set.of("config", "cloudtrail", "vpc-flow-logs", "dynamodb", "kinesis", "sns", "delivery.logs");

    private static void check(PolicyStatement statement, FindingSink sink) {
        for (Node principal : statement.node().member("Principal")) {
            for (Node services : principal.member("Service")) {
                for (Node service : services.items()) {
                    String name = service.text().orElse("").replace(".amazonaws.com", "");
                    if (ANYBODYS.contains(name) && !isBound(statement)) {
                        sink.report(
                                service.place(),
                                "The service " + name + " may do this for any account that makes it.",
                                "Add a condition on aws:SourceAccount or aws:SourceArn.");
                    }
                }
            }
        }
    }

    private static boolean isBound(PolicyStatement statement) {
        String conditions = String.valueOf(
                        statement.node().member("Condition").get(0).value())
                .toLowerCase(Locale.ROOT);
        return conditions.contains("aws:source") || conditions.contains("encryptioncontext");
    }
}
