package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A statement of a key policy that lets a role use the key itself, not through a service only. */
public final class DirectKeyUse implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Keys are used through services";
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

    private static void check(PolicyStatement statement, FindingSink sink) {
        boolean uses = statement.items("Action").stream()
                .anyMatch(action ->
                        action.is("kms:Encrypt") || action.is("kms:ReEncryptFrom") || action.is("kms:ReEncryptTo"));
        boolean principal = statement.node().member("Principal").stream()
                .flatMap(node -> node.member("AWS").stream())
                .anyMatch(node -> !node.isAbsent());
        String conditions =
                String.valueOf(statement.node().member("Condition").get(0).value());
        if (statement.isAboutItself() && uses && principal && !conditions.contains("kms:ViaService")) {
            sink.report(
                    statement.node().place(),
                    "The key may be used for encrypting and re-encrypting directly, not through a service only.",
                    "Allow Decrypt and GenerateDataKey, under kms:ViaService.");
        }
    }
}
