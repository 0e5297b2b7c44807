package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateLimits;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;

/** A default that its own parameter does not allow. */
final class ParameterDefault implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Defaults of parameters satisfy their constraints";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.PARAMETERS)) {
            if (element.declaration() instanceof Parameter parameter) {
                Value<?> chosen = parameter.members().find("Default");
                if (chosen != null) {
                    sink.judged(1);
                    String problem = problem(context, parameter, chosen);
                    if (problem != null) {
                        sink.report(
                                element.place("Default"), problem, "Choose another default, or widen the constraint.");
                    }
                }
            }
        }
    }

    private static @Nullable String problem(TemplateContext context, Parameter parameter, Value<?> chosen) {
        if (!(chosen instanceof Literal<?> literal)) {
            return "The default of " + parameter.logicalId() + " is no plain text.";
        }
        String text = literal.text();
        if (text.length() > TemplateLimits.PARAMETER_VALUE_BYTES) {
            return "The default of " + parameter.logicalId() + " is longer than " + TemplateLimits.PARAMETER_VALUE_BYTES
                    + " bytes.";
        }
        if (ParameterTypes.isStored(parameter.type())) {
            return null;
        }
        ParameterConstraints constraints = ParameterConstraints.of(context, parameter);
        String problem = constraints.isAllowed(text) ? constraints.problem(text) : "is not among AllowedValues";
        if (problem != null && parameter.isList()) {
            problem = itemProblem(constraints, text);
        }
        return problem == null
                ? null
                : "The default '" + Texts.excerpt(text) + "' of " + parameter.logicalId() + " " + problem + ".";
    }

    /** A list may satisfy its constraints item by item. */
    private static @Nullable String itemProblem(ParameterConstraints constraints, String text) {
        for (String item : text.split(",", -1)) {
            String problem = constraints.isAllowed(item.strip())
                    ? constraints.problem(item.strip())
                    : "has the item '" + Texts.excerpt(item.strip()) + "' outside AllowedValues";
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }
}
