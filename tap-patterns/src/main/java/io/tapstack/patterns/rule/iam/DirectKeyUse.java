package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import java.util.List;
import java.util.Set;

/** A statement of a key policy that lets a role use the key itself, not through a service only. */
public final class DirectKeyUse extends AllowRule {

    private static final Set<String> USES =
            Set.of("kms:Encrypt", "kms:ReEncrypt*", "kms:ReEncryptFrom", "kms:ReEncryptTo");

    @Override
    public String title() {
        return "Keys are used through services";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        boolean principal = statement.node().member("Principal").stream()
                .flatMap(node -> node.member("AWS").stream())
                .anyMatch(node -> !node.isAbsent());
        if (!statement.isAboutItself() || !principal) {
            return true;
        }
        List<Node> actions = statement.items("Action");
        boolean uses = actions.stream()
                .anyMatch(action -> action.text().filter(USES::contains).isPresent());
        boolean bound = statement.node().member("Condition").stream()
                .allMatch(condition -> String.valueOf(condition.value()).contains("kms:ViaService"));
        if (uses && !bound) {
            sink.report(
                    statement.node().place(),
                    "The key may be used for encrypting and re-encrypting directly, not through a service only.",
                    "Allow Decrypt and GenerateDataKey, under kms:ViaService.");
        }
        return bound || known(actions, sink);
    }
}
