package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import io.tapstack.patterns.rule.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement that lets a service of AWS act, in a policy of a key, bucket or role, whoever makes it act. */
public final class UnboundService extends AllowRule {

    private static final Pattern SERVICE =
            Pattern.compile("([\\w.-]+?)\\.(amazonaws\\.com(\\.cn)?|\\$\\{AWS::URLSuffix})");
    private static final Set<String> ANYBODYS =
            Set.of("config", "cloudtrail", "vpc-flow-logs", "dynamodb", "kinesis", "sns", "delivery.logs");

    @Override
    public String title() {
        return "Services act for this account only";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        When bound = statement.isBoundBy(UnboundService::isAboutSource);
        boolean known = true;
        for (Node service : services(statement)) {
            Matcher name = SERVICE.matcher(Mentions.written(service.value()));
            if (bound.covers(context, service.guard())) {
                continue;
            }
            boolean may = bound.or(statement.hasUnknownCondition()).covers(context, service.guard());
            if (may || !name.matches() && service.isUnknown()) {
                sink.unjudged(service.place(), "Who may do this for whom is not known before the stack is created.");
                known = false;
            } else if (name.matches() && ANYBODYS.contains(name.group(1))) {
                sink.report(
                        bound.missing(context, service.place()),
                        "The service " + name.group(1) + " may do this for any account that makes it.",
                        "Add a condition on aws:SourceAccount or aws:SourceArn.");
            }
        }
        return known;
    }

    private static boolean isAboutSource(String key) {
        return key.startsWith("aws:source") || key.startsWith("kms:encryptioncontext");
    }

    private static List<Node> services(PolicyStatement statement) {
        List<Node> services = new ArrayList<>();
        for (Node principal : statement.node().member("Principal")) {
            if (!principal.isUnknown()) {
                principal.member("Service").forEach(list -> services.addAll(list.items()));
            }
        }
        return services;
    }
}
