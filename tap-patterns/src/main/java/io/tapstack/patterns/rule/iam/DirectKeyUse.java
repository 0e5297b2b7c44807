package io.tapstack.patterns.rule.iam;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A statement of a key policy that lets a role use the key itself, not through a service only. */
public final class DirectKeyUse extends AllowRule {

    private static final Set<String> USES =
            Set.of("kms:encrypt", "kms:reencrypt*", "kms:reencryptfrom", "kms:reencryptto");

    @Override
    public String title() {
        return "Keys are used through services";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        if (!statement.isAboutItself()) {
            return true;
        }
        List<Node> actions = statement.items("Action");
        When uses = When.any(
                actions, action -> USES.contains(action.text().orElse("").toLowerCase(Locale.ROOT)));
        When bound = statement.isBoundBy("kms:viaservice"::equals);
        for (Guard use :
                uses.and(whoever(statement)).meeting(context, statement.node().guard())) {
            if (bound.covers(context, use)) {
                continue;
            }
            if (bound.or(statement.hasUnknownCondition()).covers(context, use)) {
                sink.unjudged(statement.node().place(), "On which condition the key may be used is not known.");
                return false;
            }
            Place place = statement.node().place();
            sink.report(
                    bound.missing(context, Place.of(place.element(), place.path(), use)),
                    "The key may be used for encrypting and re-encrypting directly, not through a service only.",
                    "Allow Decrypt and GenerateDataKey, under kms:ViaService.");
            return true;
        }
        boolean isUnbound = !bound.covers(context, statement.node().guard());
        return whoever(statement).isNever() || !isUnbound || known(actions, sink);
    }

    /** When it speaks of principals of an account, not of services only. */
    private static When whoever(PolicyStatement statement) {
        When whoever = When.never();
        for (Node principal : statement.node().member("Principal")) {
            boolean named = principal.value() instanceof ObjectValue<?>;
            List<Node> principals = named ? principal.member("AWS") : principal.items();
            whoever = whoever.or(When.any(principals, node -> !node.isAbsent()));
        }
        return whoever;
    }
}
