package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateLimits;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A placeholder that names a parameter, resource or pseudo parameter and stands outside of {@code Fn::Sub}, where it remains as it
 * is written.
 *
 * <p>Texts of several lines are code, in which such a name means something else, so they are not judged; nor are placeholders of
 * other languages, such as {@code ${aws:username}} in policies.
 */
final class PlaceholderOutsideSub implements TemplateRule {

    private static final Set<String> CODE = Set.of("ZipFile", "UserData", "BuildSpec", "InlineCode", "FunctionCode");

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
            Resource resource = element.resource();
            if (resource != null) {
                sink.judged(1);
                PropertyBag properties = resource.properties();
                for (int i = 0; i < properties.size(); i++) {
                    look(context, element, properties, i, null, sink);
                }
            }
        }
    }

    private static void look(
            TemplateContext context,
            Element element,
            PropertyBag members,
            int index,
            @Nullable Way around,
            FindingSink sink) {
        String name = members.nameAt(index);
        if (!CODE.contains(name) && !name.endsWith("Substitutions")) {
            look(context, element, members.valueAt(index), new Way(around, name, -1), sink);
        }
    }

    private static void look(TemplateContext context, Element element, Value<?> value, Way way, FindingSink sink) {
        if (value instanceof Literal<?> literal) {
            if (literal.isString()) {
                judge(context, element, literal.text(), way, sink);
            }
        } else if (way.depth > TemplateLimits.MAXIMUM_DEPTH || value instanceof Sub) {
            return;
        } else if (value instanceof ListValue<?> list) {
            for (int i = 0; i < list.items().size(); i++) {
                look(context, element, list.items().get(i), new Way(way, null, i), sink);
            }
        } else if (value instanceof Intrinsic<?> function) {
            look(context, element, function.argument(), new Way(way, function.functionName(), -1), sink);
        } else {
            PropertyBag members = ((ObjectValue<?>) value).members();
            for (int i = 0; i < members.size(); i++) {
                look(context, element, members, i, way, sink);
            }
        }
    }

    private static void judge(TemplateContext context, Element element, String text, Way way, FindingSink sink) {
        if (text.indexOf('\n') >= 0) {
            return;
        }
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", start + 2)) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                return;
            }
            String name = text.substring(start + 2, end);
            if (isDeclared(context, name)) {
                sink.report(
                        way.place(element),
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

    /** The way to a value, as cheap as can be: most never become a path. */
    private static final class Way {

        private final @Nullable Way around;
        private final @Nullable String name;
        private final int index;
        private final int depth;

        Way(@Nullable Way around, @Nullable String name, int index) {
            this.around = around;
            this.name = name;
            this.index = index;
            this.depth = around == null ? 1 : around.depth + 1;
        }

        Place place(Element element) {
            Place outer = around == null ? element.place("Properties") : around.place(element);
            return name == null ? outer.item(index) : outer.member(name);
        }
    }
}
