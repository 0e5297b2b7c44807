package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
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
        for (Node principal : Node.property(context, element, "Principal")) {
            String name = principal.text().orElse("");
            if (principal.isUnknown()) {
                sink.unjudged(principal.place(), "Who may invoke is not known before the stack is created.");
            } else if (name.startsWith("s3.") && isMissing(context, element, List.of("SourceAccount"))) {
                report(element, principal, "SourceAccount", sink);
            } else if ((name.contains(".amazonaws.") || name.equals("*"))
                    && isMissing(context, element, List.of("SourceArn", "SourceAccount", "PrincipalOrgID"))) {
                report(element, principal, "SourceArn or SourceAccount", sink);
            }
        }
    }

    private static void report(Element element, Node principal, String property, FindingSink sink) {
        sink.report(
                principal.place(),
                element.name() + " lets " + principal.text().orElse("") + " invoke for any account.",
                "Set " + property + ".");
    }

    /** Whether there is a way to leave out all of these. */
    private static boolean isMissing(TemplateContext context, Element element, List<String> properties) {
        return properties.stream()
                .allMatch(property ->
                        Node.property(context, element, property).stream().anyMatch(Node::isAbsent));
    }
}
