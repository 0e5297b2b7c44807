package io.tapstack.patterns.rule.config;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A resource of which an account has one in a region only, made whatever is there already. */
public final class SharedSingleton extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Singletons of an account are made on a condition";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of(
                "AWS::Config::ConfigurationRecorder",
                "AWS::Config::DeliveryChannel",
                "AWS::GuardDuty::Detector",
                "AWS::SecurityHub::Hub",
                "AWS::ApiGateway::Account");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        if (Existence.isUnconditional(context, element)) {
            sink.report(
                    element.place(),
                    "An account has one resource of the type of " + element.name()
                            + " in a region, so creating it fails or replaces what is there.",
                    "Make it on a condition that a parameter decides.");
        }
    }
}
