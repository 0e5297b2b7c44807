package io.tapstack.patterns.rule.api;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.Set;

/**
 * A method of an API demands no API key, so that nothing tells its clients apart or limits how much each uses. If it asks for no
 * authorization either, everybody who reaches the API may call it, which is an error. Preflight requests are not judged.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html">API keys</a>
 */
public final class MethodWithoutKey extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Methods of APIs demand API keys";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::ApiGateway::Method");
    }

    @Override
    protected boolean judges(TemplateContext context, Element element) {
        return !calls(context, element).isNever();
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        When calls = calls(context, element);
        When open = calls.and(When.any(
                Node.property(context, element, "AuthorizationType"), type -> type.isAbsent() || type.is("NONE")));
        for (Node key : Node.property(context, element, "ApiKeyRequired")) {
            if (key.is("true") || !calls.meets(context, key.guard())) {
                continue;
            }
            boolean isOpen = open.meets(context, key.guard());
            if (key.isUnknown()) {
                sink.unjudged(key.place(), "Whether a key is demanded is not known before the stack is created.");
            } else {
                sink.report(
                        isOpen ? Severity.ERROR : Severity.WARNING,
                        place(context, isOpen ? open : calls, key),
                        "The method " + element.name() + " demands no API key"
                                + (isOpen ? ", and no authorization" : "") + ".",
                        "Set ApiKeyRequired to true, and give keys by a usage plan.");
            }
        }
    }

    /** When it is a method that clients call, not a preflight request. */
    private static When calls(TemplateContext context, Element element) {
        return When.any(Node.property(context, element, "HttpMethod"), method -> !method.is("OPTIONS"));
    }

    private static Place place(TemplateContext context, When when, Node key) {
        return key.within(when.meeting(context, key.guard()).get(0)).place();
    }
}
