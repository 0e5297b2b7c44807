package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A constraint of a parameter that is malformed, contradicts another, or does not fit the parameter's type. */
final class ParameterConstraint implements TemplateRule {

    private static final List<String> MEMBERS = List.of(
            "Type",
            "Description",
            "Default",
            "AllowedValues",
            "AllowedPattern",
            "ConstraintDescription",
            "MinLength",
            "MaxLength",
            "MinValue",
            "MaxValue",
            "NoEcho");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Constraints of parameters are well-formed and fit the type";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.PARAMETERS)) {
            if (element.declaration() instanceof Parameter parameter) {
                sink.judged(1);
                noEcho(element, parameter, sink);
                members(element, parameter.members(), sink);
                ParameterConstraints constraints = ParameterConstraints.of(context, parameter);
                pattern(element, parameter, constraints, sink);
                order(element, constraints, "MinLength", "MaxLength", sink);
                order(element, constraints, "MinValue", "MaxValue", sink);
                type(element, parameter, sink);
                allowedValues(element, parameter, constraints, sink);
            }
        }
    }

    private static void members(Element element, PropertyBag members, FindingSink sink) {
        for (String name : members.names()) {
            if (!MEMBERS.contains(name)) {
                sink.report(
                        element.place(name),
                        "Parameters have no member " + name + "." + Suggestions.didYouMean(name, MEMBERS),
                        "Use one of " + String.join(", ", MEMBERS) + ".");
            } else if (!name.equals("AllowedValues")
                    && !name.equals("Default")
                    && !(members.find(name) instanceof Literal)) {
                sink.report(element.place(name), name + " of a parameter must be a literal.", "Write a literal.");
            }
        }
    }

    private static void noEcho(Element element, Parameter parameter, FindingSink sink) {
        String text = parameter.text("NoEcho").orElse("true");
        boolean isNull = parameter.members().find("NoEcho") instanceof Literal<?> literal && literal.isNull();
        if (!isNull && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            sink.report(element.place("NoEcho"), "NoEcho is neither true nor false.", "Write true or false.");
        }
    }

    private static void pattern(
            Element element, Parameter parameter, ParameterConstraints constraints, FindingSink sink) {
        String text = parameter.text("AllowedPattern").orElse(null);
        if (text != null && constraints.pattern() == null) {
            try {
                Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                sink.report(
                        element.place("AllowedPattern"),
                        "AllowedPattern is no regular expression: " + e.getDescription() + " near position "
                                + e.getIndex() + ".",
                        "Correct it; CloudFormation reads it as Java does.");
            } catch (StackOverflowError e) {
                sink.unjudged(element.place("AllowedPattern"), "AllowedPattern is nested too deep.");
            }
        }
    }

    private static void order(
            Element element, ParameterConstraints constraints, String least, String most, FindingSink sink) {
        BigDecimal lower = constraints.number(least);
        BigDecimal upper = constraints.number(most);
        if (lower != null && upper != null && lower.compareTo(upper) > 0) {
            sink.report(
                    element.place(least),
                    least + " " + lower.toPlainString() + " is greater than " + most + " " + upper.toPlainString()
                            + ".",
                    "Swap them, or correct one.");
        }
        for (String name : List.of(least, most)) {
            if (constraints.has(name) && constraints.number(name) == null) {
                sink.report(element.place(name), name + " is no number.", "Write a number.");
            }
        }
    }

    private static void type(Element element, Parameter parameter, FindingSink sink) {
        boolean number = parameter.type().equals("Number") || parameter.type().equals("List<Number>");
        List<String> misplaced =
                number ? List.of("MinLength", "MaxLength", "AllowedPattern") : List.of("MinValue", "MaxValue");
        for (String name : misplaced) {
            if (parameter.members().has(name)) {
                sink.report(
                        element.place(name),
                        name + " does not apply to parameters of type " + parameter.type() + ".",
                        number
                                ? "Use MinValue, MaxValue or AllowedValues."
                                : "Use MinLength, MaxLength, AllowedPattern or AllowedValues.");
            }
        }
    }

    private static void allowedValues(
            Element element, Parameter parameter, ParameterConstraints constraints, FindingSink sink) {
        Value<?> allowed = parameter.members().find("AllowedValues");
        if (allowed == null) {
            return;
        }
        if (!(allowed instanceof ListValue<?> list) || list.items().isEmpty()) {
            sink.report(
                    element.place("AllowedValues"),
                    "AllowedValues is no list with values.",
                    "Write a list of literals.");
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            Literal<?> literal = list.items().get(i) instanceof Literal<?> item ? item : null;
            boolean stored = ParameterTypes.isStored(parameter.type());
            String problem =
                    literal == null ? "is no literal" : stored ? null : constraints.problemOfEach(literal.text());
            if (problem != null) {
                String value = literal == null ? "at position " + i : "'" + Texts.excerpt(literal.text()) + "'";
                sink.report(
                        element.place("AllowedValues").item(i),
                        "The allowed value " + value + " of " + element.name() + " " + problem + ".",
                        "Remove it, or widen the constraint.");
            }
        }
    }
}
