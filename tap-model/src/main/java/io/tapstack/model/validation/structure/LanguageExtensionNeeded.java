package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.validation.Arguments;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;

/** Something that only works with the transform {@code AWS::LanguageExtensions}, in a template that does not declare it. */
final class LanguageExtensionNeeded implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Language extensions are declared where they are used";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        boolean declared = context.macros().languageExtensions();
        for (FunctionUse use : context.functions()) {
            String what = extension(use.function());
            if (what != null) {
                judge(declared, use.place(), what, sink);
            }
        }
        for (Element element : context.elements()) {
            if (element.loop() != null) {
                judge(declared, element.place(), "Fn::ForEach", sink);
            }
        }
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null) {
                ResourceOptions options = resource.options();
                policy(declared, options.deletionPolicy().orElse(null), element, "DeletionPolicy", sink);
                policy(declared, options.updateReplacePolicy().orElse(null), element, "UpdateReplacePolicy", sink);
            }
        }
    }

    private static void policy(
            boolean declared, @Nullable Value<?> value, Element element, String attribute, FindingSink sink) {
        if (value instanceof Intrinsic) {
            judge(declared, element.place(attribute), "A function in " + attribute, sink);
        }
    }

    private static @Nullable String extension(Intrinsic<?> function) {
        switch (function.functionName()) {
            case "Fn::Length":
            case "Fn::ToJsonString":
                return function.functionName();
            case "Fn::FindInMap":
                return findInMap(function);
            default:
                return null;
        }
    }

    private static @Nullable String findInMap(Intrinsic<?> function) {
        if (Arguments.count(function) > 3) {
            return "The default of Fn::FindInMap";
        }
        for (int i = 0; i < 3; i++) {
            if (Arguments.at(function, i) instanceof Intrinsic<?> key) {
                String name = key.functionName();
                if (!name.equals("Ref") && !name.equals("Fn::FindInMap")) {
                    return name + " as a key of Fn::FindInMap";
                }
            }
        }
        return null;
    }

    private static void judge(boolean declared, Place place, String what, FindingSink sink) {
        sink.judged(1);
        if (!declared) {
            sink.report(
                    place,
                    what
                            + " works only with the transform AWS::LanguageExtensions, which the template does not"
                            + " declare.",
                    "Add Transform: AWS::LanguageExtensions to the template, and deploy with CAPABILITY_AUTO_EXPAND.");
        }
    }
}
