package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.PlacedText;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplatePath;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.PseudoParameter;
import java.util.Set;

/**
 * A placeholder that names a parameter, resource or pseudo parameter and stands outside of {@code Fn::Sub}, where it remains as it
 * is written.
 *
 * <p>Texts of several lines are code, in which such a name means something else, so they are not judged; nor are placeholders of
 * other languages, such as {@code ${aws:username}} in policies.
 */
final class PlaceholderOutsideSub implements TemplateRule {

    private static final Set<String> CODE = Set.of("ZipFile", "UserData", "BuildSpec", "InlineCode", "FunctionCode");
    /** Where properties stand: {@code Resources/Table/Properties}. */
    private static final int PROPERTIES_DEPTH = 3;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Placeholders stand within Fn::Sub";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            sink.judged(element.resource() == null ? 0 : 1);
        }
        for (PlacedText text : context.placeholderTexts()) {
            if (text.text().indexOf('\n') < 0 && isProperty(text.place())) {
                judge(context, text, sink);
            }
        }
    }

    /** Whether it is in a property of a resource, and neither in code nor what another language or {@code Fn::Sub} fills in. */
    private static boolean isProperty(Place place) {
        if (place.element().resource() == null) {
            return false;
        }
        for (TemplatePath step = place.path(); step != null && step.depth() >= PROPERTIES_DEPTH; step = step.parent()) {
            String name = step.last();
            if (step.depth() == PROPERTIES_DEPTH) {
                return name.equals("Properties");
            }
            if (CODE.contains(name) || name.equals("Fn::Sub") || name.endsWith("Substitutions")) {
                return false;
            }
        }
        return false;
    }

    private static void judge(TemplateContext context, PlacedText placed, FindingSink sink) {
        String text = placed.text();
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", start + 2)) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                return;
            }
            String name = text.substring(start + 2, end);
            if (isDeclared(context, name)) {
                sink.report(
                        placed.place(),
                        "The placeholder ${" + name + "} stands outside of Fn::Sub, so it is not replaced.",
                        "Put the text into Fn::Sub.");
            }
        }
    }

    private static boolean isDeclared(TemplateContext context, String name) {
        int dot = name.indexOf('.');
        String target = dot < 0 ? name : name.substring(0, dot);
        return context.find(Section.PARAMETERS, target) != null
                || context.find(Section.RESOURCES, target) != null
                || PseudoParameter.isOne(name);
    }
}
