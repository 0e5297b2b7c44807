package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.AttributeFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.ResourceTypes;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attribute that resources of a type do not have. */
final class UnknownAttribute implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Fn::GetAtt and Fn::Sub name attributes that the resource type has";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        check(context.references(Reference.Kind.GET_ATT), sink);
        check(context.references(Reference.Kind.SUB), sink);
    }

    private static void check(List<Reference> references, FindingSink sink) {
        for (Reference reference : references) {
            String attribute = reference.attribute();
            Element target = attribute == null ? null : reference.resource();
            ResourceFacts facts = target == null ? null : target.facts();
            if (attribute == null || target == null || facts == null || !isJudged(target.resource())) {
                continue;
            }
            sink.judged(1);
            if (facts.attribute(attribute).isEmpty()) {
                sink.report(
                        reference.place(),
                        reference.target() + " is an " + facts.typeName() + ", which has no attribute " + attribute
                                + "." + Suggestions.didYouMean(attribute, names(facts)),
                        remedy(facts));
            }
        }
    }

    /** Custom resources and nested applications may have any attribute. */
    private static boolean isJudged(@Nullable Resource resource) {
        String type = resource == null ? "" : resource.resourceType();
        return !ResourceTypes.isCustom(type) && !type.startsWith("AWS::Serverless::");
    }

    private static String remedy(ResourceFacts facts) {
        List<String> names = names(facts);
        return names.isEmpty()
                ? "The type has no attributes; use Ref."
                : "Use Ref, or one of " + String.join(", ", names.subList(0, Math.min(12, names.size()))) + ".";
    }

    private static List<String> names(ResourceFacts facts) {
        List<String> names = new ArrayList<>();
        for (AttributeFacts attribute : facts.attributes()) {
            names.add(attribute.name());
        }
        return names;
    }
}
