package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import java.util.ArrayList;
import java.util.List;

/** What references can mean, and what to say if they mean nothing. */
final class Targets {

    private Targets() {}

    /** Whether a reference means a parameter or resource, now or once macros and loops are done. */
    static boolean isFound(TemplateContext context, Reference reference) {
        return reference.resource() != null
                || reference.parameter() != null
                || context.macros().mayDeclare(reference.target());
    }

    /** What is to be said behind the message that a name is no parameter or resource. */
    static String hint(TemplateContext context, String name) {
        if (context.find(Section.CONDITIONS, name) != null) {
            return " It is a condition, which only Fn::If and Condition take.";
        }
        if (context.find(Section.MAPPINGS, name) != null) {
            return " It is a mapping, which only Fn::FindInMap takes.";
        }
        if (context.find(Section.OUTPUTS, name) != null) {
            return " It is an output, to which nothing in the template can refer.";
        }
        List<String> names = names(context, Section.RESOURCES);
        names.addAll(names(context, Section.PARAMETERS));
        return Suggestions.didYouMean(name, names);
    }

    /** The names of a section, at most as many as are looked at for a suggestion. */
    static List<String> names(TemplateContext context, Section section) {
        List<String> names = new ArrayList<>();
        List<Element> elements = context.elements(section);
        for (int i = 0; i < elements.size() && i < 2_000; i++) {
            names.add(elements.get(i).name());
        }
        return names;
    }
}
