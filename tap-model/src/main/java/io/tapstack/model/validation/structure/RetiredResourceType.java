package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.Lifecycle;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A resource of a type that can no longer be created. */
final class RetiredResourceType implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Resource types can still be created";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            ResourceFacts facts = resource == null ? null : element.facts();
            if (facts != null) {
                sink.judged(1);
                if (facts.retired() || facts.lifecycle() == Lifecycle.SHUTDOWN) {
                    sink.report(
                            element.place("Type"),
                            "AWS has retired " + facts.typeName() + ": new resources of this type cannot be created.",
                            "Use the service's successor.");
                }
            }
        }
    }
}
