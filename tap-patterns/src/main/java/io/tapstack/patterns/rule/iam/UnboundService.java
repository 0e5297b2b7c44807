package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A statement that lets a service of AWS act, in a policy of a key, bucket or role, whoever makes it act. */
public final class UnboundService extends AllowRule {

    private static final String SUFFIX = ".amazonaws.com";
    private static final Set<String> ANYBODYS =
            Set.of("config", "cloudtrail", "vpc-flow-logs", "dynamodb", "kinesis", "sns", "delivery.logs");

    @Override
    public String title() {
        return "Services act for this account only";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        if (isBound(statement)) {
            return true;
        }
        List<Node> services = new ArrayList<>();
        for (Node principal : statement.node().member("Principal")) {
            if (principal.isUnknown()) {
                continue;
            }
            for (Node list : principal.member("Service")) {
                services.addAll(list.items());
            }
        }
        for (Node service : services) {
            String name = service.text().orElse("").replace(SUFFIX, "");
            if (ANYBODYS.contains(name)) {
                sink.report(
                        service.place(),
                        "The service " + name + " may do this for any account that makes it.",
                        "Add a condition on aws:SourceAccount or aws:SourceArn.");
            }
        }
        services.removeIf(service -> String.valueOf(service.value()).contains(SUFFIX));
        return known(services, sink);
    }

    private static boolean isBound(PolicyStatement statement) {
        return statement.node().member("Condition").stream()
                .map(condition -> String.valueOf(condition.value()).toLowerCase(Locale.ROOT))
                .allMatch(text -> text.contains("aws:source") || text.contains("encryptioncontext"));
    }
}
