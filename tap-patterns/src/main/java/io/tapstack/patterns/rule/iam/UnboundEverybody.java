package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.Node;
import java.util.List;
import java.util.Locale;

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
        boolean known = true;
        if (callsApis(statement)) {
            return true;
        }
        for (Node principal : statement.node().member("Principal")) {
            for (Node each : principals(principal)) {
                if (each.isUnknown() && context.parameter(each.target().orElse("")) != null) {
                    sink.unjudged(each.place(), "Who is allowed is not known before the stack is created.");
                    known = false;
                } else if (each.is("*") && !isBound(statement)) {
                    sink.report(
                            each.place(),
                            "Everybody is allowed this, whoever it is and from wherever.",
                            "Name the principal, or add a condition such as aws:PrincipalArn, aws:SourceVpce or"
                                    + " aws:SourceAccount.");
                }
            }
        }
        return known;
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

    private static boolean isBound(PolicyStatement statement) {
        for (Node condition : statement.node().member("Condition")) {
            String text = String.valueOf(condition.value()).toLowerCase(Locale.ROOT);
            if (WHO.stream().noneMatch(text::contains)) {
                return false;
            }
        }
        return true;
    }
}
