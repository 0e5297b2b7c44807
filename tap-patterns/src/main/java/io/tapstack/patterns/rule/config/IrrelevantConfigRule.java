package io.tapstack.patterns.rule.config;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.Set;

/** A Config rule about volumes in a template without any. */
public final class IrrelevantConfigRule extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Config rules are about what the template makes";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Config::ConfigRule");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node identifier : Node.at(context, element, "Source", "SourceIdentifier")) {
            if (identifier.isUnknown()) {
                sink.unjudged(identifier.place(), "Which rule it is is not known before the stack is created.");
                continue;
            }
            if (!identifier.is("ENCRYPTED_VOLUMES")) {
                continue;
            }
            When volumes = volumes(context);
            if (!volumes.covers(context, identifier.guard())) {
                sink.report(
                        volumes.missing(context, identifier.place()),
                        element.name() + " judges volumes, and the template makes none.",
                        "Use rules about the stores of the template, with a Scope.");
            }
        }
    }

    /** When the template makes volumes. */
    private static When volumes(TemplateContext context) {
        When volumes = When.never();
        for (Element other : context.elements(Section.RESOURCES)) {
            Resource resource = other.resource();
            String type = resource == null ? "" : resource.resourceType();
            if (type.equals("AWS::EC2::Volume")
                    || type.equals("AWS::EC2::Instance")
                    || type.endsWith("::LaunchTemplate")) {
                volumes = volumes.or(When.of(other.guard()));
            }
        }
        return volumes;
    }
}
