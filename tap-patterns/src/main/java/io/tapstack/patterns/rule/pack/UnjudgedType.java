package io.tapstack.patterns.rule.pack;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.Set;

/**
 * Says which resources no security rule judges, so that silence about them is not taken for praise. It finds nothing wrong: all that
 * it says is that something was not judged.
 */
public final class UnjudgedType implements TemplateRule {

    private final Set<String> judgedTypes;

    /** A rule that knows which resource types the others judge. */
    public UnjudgedType(Set<String> judgedTypes) {
        this.judgedTypes = Set.copyOf(judgedTypes);
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Resources are of types that security rules judge";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource == null) {
                continue;
            }
            if (judgedTypes.contains(resource.resourceType())) {
                sink.judged(1);
            } else {
                sink.unjudged(
                        element.place("Type"), "No security rule judges resources of " + resource.resourceType() + ".");
            }
        }
    }
}
