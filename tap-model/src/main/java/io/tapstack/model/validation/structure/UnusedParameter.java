package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.validation.Arguments;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A parameter to which nothing refers. */
final class UnusedParameter implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Parameters are used";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        if (context.macros().unknown() || context.elements(Section.PARAMETERS).isEmpty()) {
            return;
        }
        boolean[] used = new boolean[context.elements().size()];
        Set<String> usedTypes = new HashSet<>();
        for (Reference reference : context.references()) {
            if (reference.isValue()) {
                mark(reference.parameter(), used);
            }
        }
        for (FunctionUse use : context.functions()) {
            String first = Arguments.text(use.function(), 0);
            String name = use.function().functionName();
            if (first != null && name.equals("Fn::ValueOf")) {
                mark(context.find(Section.PARAMETERS, first), used);
            } else if (first != null && (name.equals("Fn::ValueOfAll") || name.equals("Fn::RefAll"))) {
                usedTypes.add(first);
            }
        }
        for (Element element : context.elements(Section.PARAMETERS)) {
            sink.judged(1);
            boolean byType =
                    element.declaration() instanceof Parameter parameter && usedTypes.contains(parameter.type());
            boolean hidden = context.find(Section.RESOURCES, element.name()) != null;
            if (!used[element.ordinal()] && !byType && !hidden) {
                sink.report(
                        element.place(),
                        "Nothing refers to the parameter " + element.name() + ".",
                        "Remove it, or use it.");
            }
        }
    }

    private static void mark(@Nullable Element parameter, boolean[] used) {
        if (parameter != null) {
            used[parameter.ordinal()] = true;
        }
    }
}
