package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Locale;
import java.util.Set;

/** A role of a function may do what the code in the template never calls. */
public final class UnusedPermission extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Roles allow what the code calls";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Lambda::Function");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        String code = Node.at(context, element, "Code", "ZipFile").get(0).text().orElse("");
        String role = Node.property(context, element, "Role").get(0).target().orElse("");
        if (code.isEmpty() || context.resource(role) == null) {
            sink.unjudged(element.place(), "The code or the role does not stand in the template.");
            return;
        }
        for (PolicyStatement statement : PolicyStatement.all(context)) {
            if (statement.element().name().equals(role) && !statement.isTrust() && statement.allows()) {
                statement.items("Action").forEach(action -> check(code, action, sink));
            }
        }
    }

    private static void check(String code, Node action, FindingSink sink) {
        String name = action.text().orElse("");
        boolean data = name.startsWith("dynamodb:") || name.startsWith("kinesis:");
        if (data && name.indexOf('*') < 0 && !code.contains(method(name.substring(name.indexOf(':') + 1)))) {
            sink.report(action.place(), "The code never calls " + name + ".", "Remove the action.");
        }
    }

    /** The method of the Python client for an action: {@code PutItem} is {@code put_item}. */
    private static String method(String action) {
        return action.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + "(";
    }
}
