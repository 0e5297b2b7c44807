package io.tapstack.patterns.rule.api;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.Set;

/**
 * A method that takes a body passes it on unseen: there is no validator for bodies, or no model for every content type. With a model
 * for {@code application/json} alone a client that names another type passes.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html">Request
 *     validation</a>
 */
public final class UnvalidatedMethod extends ResourceRule {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "ANY");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Methods of APIs validate bodies of every content type";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::ApiGateway::Method");
    }

    @Override
    protected boolean judges(TemplateContext context, Element element) {
        return !withBody(context, element).isNever();
    }

    /** When it is a method that takes a body, or may be one. */
    private static When withBody(TemplateContext context, Element element) {
        return When.any(
                Node.property(context, element, "HttpMethod"),
                method -> method.isUnknown() || WITH_BODY.contains(method.text().orElse("")));
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        When withBody = withBody(context, element);
        for (Node validator : Node.property(context, element, "RequestValidatorId")) {
            Element declared =
                    context.find(Section.RESOURCES, validator.target().orElse(""));
            if (!withBody.meets(context, validator.guard())) {
                continue;
            }
            if (validator.isAbsent()) {
                sink.report(
                        validator.place(),
                        "The method " + element.name() + " has no validator.",
                        "Set RequestValidatorId.");
            } else if (declared == null) {
                sink.unjudged(validator.place(), "The validator is not declared in the template.");
            } else {
                checkValidator(context, element, validator, declared, sink);
            }
        }
        for (Node model : Node.at(context, element, "RequestModels", "$default")) {
            if ((model.isAbsent() || model.is("Empty")) && withBody.meets(context, model.guard())) {
                sink.report(
                        model.place(),
                        "The method " + element.name() + " has no model for other content types"
                                + ", whose bodies pass unseen.",
                        "Put the model under $default in RequestModels.");
            }
        }
    }

    private static void checkValidator(
            TemplateContext context, Element element, Node validator, Element declared, FindingSink sink) {
        When named = When.of(validator.guard());
        for (Node body : Node.property(context, declared, "ValidateRequestBody")) {
            if (body.is("true") || !named.meets(context, body.guard())) {
                continue;
            }
            if (body.isUnknown()) {
                sink.unjudged(validator.place(), "What is validated is not known before the stack is created.");
            } else {
                sink.report(
                        validator.within(body.guard()).place(),
                        "The validator " + declared.name() + " of " + element.name() + " does not look at bodies.",
                        "Set ValidateRequestBody to true.");
            }
        }
    }
}
