package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Branch;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;

/** A Lambda runtime with which functions can no longer be created, or soon can't. */
final class RetiredRuntime implements TemplateRule {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String SERVERLESS = "AWS::Serverless::Function";

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Lambda runtimes are still maintained";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            String type = resource == null ? "" : resource.resourceType();
            if (type.equals(FUNCTION) || type.equals(SERVERLESS)) {
                for (Branch runtime : Branch.ofProperty(element, "Runtime")) {
                    check(context, runtime, sink);
                }
            }
        }
        Value<?> globals = context.template().others().get("Globals");
        if (context.macros().serverless() && globals != null) {
            for (Branch all : Branch.of(globals, context.templateElement().place("Globals"))) {
                for (Branch function : all.member("Function")) {
                    for (Branch runtime : function.member("Runtime")) {
                        check(context, runtime, sink);
                    }
                }
            }
        }
    }

    private static void check(TemplateContext context, Branch runtime, FindingSink sink) {
        String name = runtime.text();
        if (name != null) {
            judge(name, Severity.ERROR, "", runtime, sink);
        } else if (runtime.value() instanceof Ref<?> ref) {
            Parameter parameter = context.parameter(ref.target());
            if (parameter != null && parameter.defaultValue().orElse(null) instanceof Literal<?> chosen) {
                judge(chosen.text(), Severity.WARNING, ", the default of " + ref.target() + ",", runtime, sink);
            }
        }
    }

    private static void judge(String name, Severity worst, String origin, Branch place, FindingSink sink) {
        LambdaRuntime runtime = LambdaRuntime.find(name);
        if (runtime == null) {
            return;
        }
        sink.judged(1);
        String what = "The runtime " + name + origin;
        String remedy = "Move to a newer runtime.";
        if (runtime.blocked.compareTo(LambdaRuntime.AS_OF) <= 0) {
            sink.report(
                    worst,
                    place.place(),
                    what + " has ended: since " + runtime.blocked + " no function can be created with it.",
                    remedy);
        } else if (runtime.deprecated.compareTo(LambdaRuntime.AS_OF) <= 0) {
            sink.report(
                    Severity.WARNING,
                    place.place(),
                    what + " is no longer patched since " + runtime.deprecated
                            + ", and no function can be created with it from " + runtime.blocked + ".",
                    remedy);
        } else if (runtime.deprecated.compareTo(LambdaRuntime.SOON) <= 0) {
            sink.report(
                    Severity.INFO,
                    place.place(),
                    what + " is patched until " + runtime.deprecated + " only; from " + runtime.blocked
                            + " no function can be created with it.",
                    remedy);
        }
    }
}
