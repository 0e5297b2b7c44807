package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import java.util.regex.Pattern;

/** A statement allows something to an account that is written out as a number, so to another account than that of the stack. */
public final class ForeignPrincipal extends AllowRule {

    private static final Pattern ACCOUNT = Pattern.compile("(?:.*::)?[0-9]{12}(?::.*)?");

    @Override
    public String title() {
        return "Statements allow nothing to accounts written out as numbers";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        boolean known = true;
        for (Node principal : statement.node().member("Principal")) {
            if (!(principal.value() instanceof ObjectValue<?>)) {
                continue;
            }
            for (Node list : principal.member("AWS")) {
                for (Node each : list.items()) {
                    if (ACCOUNT.matcher(Mentions.written(each.value())).matches()) {
                        sink.report(
                                each.place(),
                                "This is allowed to an account that is written out as a number.",
                                "Use AWS::AccountId for the account of the stack, and a parameter for another one.");
                    } else if (each.isUnknown()
                            && context.parameter(each.target().orElse("")) != null) {
                        sink.unjudged(each.place(), "Who is allowed is not known before the stack is created.");
                        known = false;
                    }
                }
            }
        }
        return known;
    }
}
