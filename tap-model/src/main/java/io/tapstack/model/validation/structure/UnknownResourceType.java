package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.ResourceTypes;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A resource of a type that AWS does not have, or that is not judged because it is not AWS's. */
final class UnknownResourceType implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Resource types exist";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource == null) {
                continue;
            }
            ResourceFacts facts = element.facts();
            String type = resource.resourceType();
            if (facts != null) {
                sink.judged(1);
                transform(context, element, facts, sink);
            } else if (!ResourceTypes.isCustom(type) && !ResourceTypes.isModule(type)) {
                sink.judged(1);
                unknown(context, element, type, sink);
            }
        }
    }

    private void unknown(TemplateContext context, Element element, String type, FindingSink sink) {
        Place place = element.place("Type");
        if (!isWellFormed(type)) {
            sink.report(
                    place,
                    "The resource type '" + type + "' is not of the form Vendor::Service::Type.",
                    "Correct the type.");
        } else if (ResourceTypes.isFromAws(type) || type.startsWith("Alexa::")) {
            sink.report(
                    context.macros().lowered(severity()),
                    place,
                    "AWS has no resource type " + type + "."
                            + Suggestions.didYouMean(type, context.facts().typeNames()),
                    "Correct the type; if it is newer than this library, suppress this finding.");
        } else {
            sink.report(
                    Severity.INFO,
                    place,
                    type + " is a type of a third party, so its properties and attributes are not judged.",
                    "Check them against the type's own schema.");
        }
    }

    private static void transform(TemplateContext context, Element element, ResourceFacts facts, FindingSink sink) {
        String transform = facts.transform().orElse(null);
        if (transform != null && !context.template().transformNames().contains(transform)) {
            sink.report(
                    element.place("Type"),
                    facts.typeName() + " exists only with the transform " + transform
                            + ", which the template does not declare.",
                    "Add Transform: " + transform + " to the template.");
        }
    }

    private static boolean isWellFormed(String type) {
        int first = type.indexOf("::");
        int second = first < 1 ? -1 : type.indexOf("::", first + 2);
        if (second < first + 3 || second + 2 >= type.length()) {
            return false;
        }
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c != ':' && !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }
}
