package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.ConditionTest;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Set;

/**
 * A service of AWS may invoke a function for any account that makes it do so. The ARN of a bucket has no account, so for S3 the account
 * must be named beside it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html">Access for services</a>
 */
public final class UnboundInvoker extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Services invoke functions for this account only";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Lambda::Permission");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        When account = named(context, element, List.of("SourceAccount"));
        When source = named(context, element, List.of("SourceArn", "SourceAccount", "PrincipalOrgID"));
        for (Node principal : Node.property(context, element, "Principal")) {
            String name = principal.text().orElse("");
            if (principal.isUnknown()) {
                sink.unjudged(principal.place(), "Who may invoke is not known before the stack is created.");
            } else if (name.startsWith("s3.") && !account.covers(context, principal.guard())) {
                report(context, element, principal, account, "SourceAccount", sink);
            } else if ((name.contains(".amazonaws.") || name.equals("*"))
                    && !source.covers(context, principal.guard())) {
                report(context, element, principal, source, "SourceArn or SourceAccount", sink);
            }
        }
    }

    private static void report(
            TemplateContext context, Element element, Node principal, When bound, String property, FindingSink sink) {
        sink.report(
                bound.missing(context, principal.place()),
                element.name() + " lets " + principal.text().orElse("") + " invoke for any account.",
                "Set " + property + ".");
    }

    /** When at least one of some properties names a source, and not all there are. */
    private static When named(TemplateContext context, Element element, List<String> properties) {
        When named = When.never();
        for (String property : properties) {
            named = named.or(When.any(
                    Node.property(context, element, property),
                    node -> !node.isAbsent() && !ConditionTest.isEverything(Mentions.written(node.value()))));
        }
        return named;
    }
}
