package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.ResourceTypes;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.List;
import java.util.Set;

/** Something beside {@code Type} and {@code Properties} of a resource that resources do not have. */
final class UnknownResourceAttribute implements TemplateRule {

    private static final List<String> ATTRIBUTES = List.of(
            "Type",
            "Properties",
            "Condition",
            "DependsOn",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "CreationPolicy",
            "UpdatePolicy",
            "Metadata");
    private static final Set<String> SERVERLESS = Set.of("Connectors", "IgnoreGlobals");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Resources have the attributes that CloudFormation knows";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource == null) {
                continue;
            }
            sink.judged(1);
            if (resource.options().others().isEmpty()) {
                continue;
            }
            for (String name : resource.options().others().keySet()) {
                boolean known = context.macros().serverless() && SERVERLESS.contains(name)
                        || name.equals("Version") && ResourceTypes.isCustom(resource.resourceType())
                        || name.startsWith("Fn::")
                        || ATTRIBUTES.contains(name); // of a wrong shape, which the reader reports
                if (!known) {
                    sink.report(
                            context.macros().lowered(severity()),
                            element.place(name),
                            "Resources have no attribute " + name + "." + Suggestions.didYouMean(name, ATTRIBUTES),
                            "Put it under Properties or Metadata, or remove it.");
                }
            }
        }
    }
}
