package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import io.tapstack.patterns.rule.When;
import java.util.List;

/**
 * A statement allows something to everybody, and no condition says who or from where. An exception record does not help: what it
 * names as compensation has to be there. Calls of APIs are not judged: whether callers must sign is said by the methods of the API.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principals</a>
 */
public final class UnboundEverybody extends AllowRule {

    private static final List<String> WHO = List.of(
            "aws:principal",
            "aws:source",
            "aws:userid",
            "aws:vpcsource",
            "kms:calleraccount",
            "lambda:sourcefunctionarn",
            "s3:dataaccesspoint",
            "elasticfilesystem:accessedviamounttarget");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "What everybody is allowed has a condition on who it is";
    }

    @Override
    boolean judge(TemplateContext context, PolicyStatement statement, FindingSink sink) {
        if (callsApis(statement)) {
            return true;
        }
        boolean known = true;
        for (Node principal : statement.node().member("Principal")) {
            for (Node each : principals(principal)) {
                if (each.isUnknown() && context.parameter(each.target().orElse("")) != null) {
                    sink.unjudged(each.place(), "Who is allowed is not known before the stack is created.");
                    known = false;
                } else if (Mentions.written(each.value()).equals("*")) {
                    known &= checkBound(context, statement, each, "Everybody is allowed this", sink);
                }
            }
        }
        for (Node others : statement.node().member("NotPrincipal")) {
            if (!others.isAbsent()) {
                known &= checkBound(context, statement, others, "Everybody but these is allowed this", sink);
            }
        }
        return known;
    }

    /** Says so if nothing binds a statement; false if that is not known. */
    private static boolean checkBound(
            TemplateContext context, PolicyStatement statement, Node principal, String what, FindingSink sink) {
        When bound = statement.isBoundBy(key -> WHO.stream().anyMatch(key::startsWith));
        if (bound.covers(context, principal.guard())) {
            return true;
        }
        if (bound.or(statement.hasUnknownCondition()).covers(context, principal.guard())) {
            sink.unjudged(principal.place(), "On which condition everybody is allowed this is not known.");
            return false;
        }
        sink.report(
                bound.missing(context, principal.place()),
                what + ", whoever it is and from wherever.",
                "Name the principal, or add a condition such as aws:PrincipalArn, aws:SourceVpce or aws:SourceAccount.");
        return true;
    }

    private static boolean callsApis(PolicyStatement statement) {
        List<Node> actions = statement.items("Action");
        return !actions.isEmpty() && actions.stream().allMatch(action -> action.is("execute-api:Invoke"));
    }

    private static List<Node> principals(Node principal) {
        return principal.value() instanceof ObjectValue<?>
                ? principal.member("AWS").stream()
                        .flatMap(node -> node.items().stream())
                        .toList()
                : principal.items();
    }
}
