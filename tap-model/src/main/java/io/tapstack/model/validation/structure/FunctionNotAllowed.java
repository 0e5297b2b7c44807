package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.ImportValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function in a part of the template that does not take it. */
final class FunctionNotAllowed implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Functions stand where CloudFormation takes them";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        boolean imports = false;
        List<FunctionUse> functions = context.functions();
        for (int i = 0; i < functions.size(); i++) {
            FunctionUse use = functions.get(i);
            String function = use.function().functionName();
            imports |= use.function() instanceof ImportValue;
            if (FunctionPlaces.isKnown(function) && !isMisshapen(use)) {
                sink.judged(1);
                String problem = problem(use.element(), function);
                if (problem != null) {
                    sink.report(
                            use.place(),
                            function + " may not stand " + problem + ".",
                            remedy(use.element().section()));
                }
            }
        }
        List<Reference> references = context.references();
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            boolean inResource = reference.element().section() == Section.RESOURCES;
            if (!inResource && (reference.kind() == Reference.Kind.REF || reference.kind() == Reference.Kind.GET_ATT)) {
                literalsOnly(reference, sink);
            }
            if ((imports || !inResource) && reference.isValue() && reference.resource() != null) {
                resourceTooEarly(reference, sink);
            }
        }
    }

    /** A section of conditions or rules that has another shape is reported once, not function by function. */
    private static boolean isMisshapen(FunctionUse use) {
        return use.element().section() == Section.TEMPLATE
                && (use.path().passes("Conditions") || use.path().passes("Rules"));
    }

    private static void literalsOnly(Reference reference, FindingSink sink) {
        sink.judged(1);
        Section section = reference.element().section();
        String function = reference.kind() == Reference.Kind.REF ? "Ref" : "Fn::GetAtt";
        if (section != Section.RESOURCES && section != Section.OUTPUTS) {
            String problem = problem(reference.element(), function);
            if (problem != null) {
                sink.report(reference.place(), function + " may not stand " + problem + ".", remedy(section));
            }
        }
    }

    private static @Nullable String problem(Element element, String function) {
        switch (element.section()) {
            case PARAMETERS:
                return "in a parameter, which takes literals only";
            case MAPPINGS:
                return function.equals("Fn::Transform") ? null : "in a mapping, which takes literals only";
            case RULES:
                return FunctionPlaces.IN_RULES.contains(function)
                                || FunctionPlaces.LOGIC.contains(function)
                                || FunctionPlaces.RULES_ONLY.contains(function)
                        ? null
                        : "in a rule";
            case CONDITIONS:
                return FunctionPlaces.IN_CONDITIONS.contains(function) || FunctionPlaces.LOGIC.contains(function)
                        ? null
                        : "in a condition";
            default:
                return elsewhere(element, function);
        }
    }

    private static @Nullable String elsewhere(Element element, String function) {
        if (FunctionPlaces.RULES_ONLY.contains(function)) {
            return "outside the section Rules";
        }
        return element.loop() == null && FunctionPlaces.LOGIC.contains(function)
                ? "outside the section Conditions"
                : null;
    }

    private static String remedy(Section section) {
        switch (section) {
            case PARAMETERS:
            case MAPPINGS:
                return "Write a literal.";
            case CONDITIONS:
            case RULES:
                return "Use parameters, mappings and the functions for conditions.";
            default:
                return "Declare a condition, and choose by Fn::If.";
        }
    }

    /** Conditions, rules, export names and imported names are evaluated before any resource exists. */
    private static void resourceTooEarly(Reference reference, FindingSink sink) {
        Section section = reference.element().section();
        String where = null;
        if (section == Section.CONDITIONS || section == Section.RULES) {
            where = section == Section.CONDITIONS ? "a condition" : "a rule";
        } else if (section == Section.OUTPUTS && reference.path().passes("Export")) {
            where = "the name of an export";
        } else if (reference.path().passes("Fn::ImportValue")) {
            where = "the name of an import";
        }
        if (where != null) {
            sink.report(
                    reference.place(),
                    reference.target() + " is a resource, and " + where + " is evaluated before any resource exists.",
                    "Use parameters, pseudo parameters and mappings.");
        }
    }
}
