package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.Users;
import io.tapstack.patterns.rule.When;
import java.util.Set;

/** A function that nothing in the template invokes. */
public final class UninvokedFunction extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Functions are invoked";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Lambda::Function");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        When invoked = When.never();
        for (Element user : Users.of(context, element)) {
            Resource resource = user.resource();
            if (resource != null && !resource.resourceType().startsWith("AWS::CloudWatch::")) {
                invoked = invoked.or(When.of(user.guard()));
            }
        }
        if (!invoked.covers(context, element.guard())) {
            sink.report(
                    invoked.missing(context, element.place()),
                    "Nothing in the template invokes " + element.name() + ".",
                    "Add an event source mapping, a permission or a rule; or say that others call it.");
        }
    }
}
