package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.ValueKind;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.UnknownFunction;
import io.tapstack.model.value.Value;
import java.util.Set;

/** A function with too few, too many or unfit arguments. */
final class FunctionArguments implements TemplateRule {

    private static final Set<String> STACK_OUTPUT = Set.of("StackName", "OutputName", "Region", "RoleArn");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Functions have the arguments that they take";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (FunctionUse use : context.functions()) {
            String name = use.function().functionName();
            if (FunctionPlaces.isKnown(name)) {
                sink.judged(1);
                if (use.function() instanceof UnknownFunction && isUnderstood(context, use)) {
                    continue;
                }
                if (use.function() instanceof UnknownFunction) {
                    sink.report(
                            use.argument(),
                            "The arguments of " + name + " are not of the form that it takes.",
                            "See the page of " + name + " in the CloudFormation guide.");
                } else {
                    check(context, use, name, sink);
                }
            }
        }
    }

    /** Forms for which there is no type: names made by functions, which the language extensions take, and lists of macros. */
    private static boolean isUnderstood(TemplateContext context, FunctionUse use) {
        String name = use.function().functionName();
        if (name.equals("Fn::Transform") && use.function().argument() instanceof ListValue<?> macros) {
            for (Value<?> macro : macros.items()) {
                if (!(macro instanceof ObjectValue<?> object)
                        || !object.members().has("Name")) {
                    return false;
                }
            }
            return !macros.items().isEmpty();
        }
        return context.macros().languageExtensions() && (name.equals("Ref") || name.equals("Fn::GetAtt"));
    }

    private static void check(TemplateContext context, FunctionUse use, String name, FindingSink sink) {
        boolean simple = use.function() instanceof If
                || use.function() instanceof Sub sub && sub.variables().isEmpty();
        if (!simple) {
            check(new ArgumentCheck(context, use, sink), name);
        }
    }

    private static void check(ArgumentCheck arguments, String name) {
        switch (name) {
            case "Fn::Join":
                join(arguments);
                break;
            case "Fn::Select":
                select(arguments);
                break;
            case "Fn::Split":
                split(arguments);
                break;
            case "Fn::Cidr":
                cidr(arguments);
                break;
            case "Fn::Sub":
                sub(arguments);
                break;
            case "Fn::FindInMap":
                if (arguments.count(3, 4)) {
                    arguments.scalars(0, 3);
                }
                break;
            case "Fn::GetAZs":
                arguments.region();
                arguments.whole(ValueKind.SCALAR, "a text");
                break;
            case "Fn::Base64":
            case "Fn::ImportValue":
                arguments.whole(ValueKind.SCALAR, "a text");
                break;
            case "Fn::Length":
                arguments.whole(ValueKind.LIST, "a list");
                break;
            case "Fn::ToJsonString":
                arguments.structure();
                break;
            case "Fn::GetStackOutput":
                arguments.members("StackName", "OutputName");
                arguments.only(STACK_OUTPUT);
                break;
            case "Fn::Transform":
                arguments.members("Name");
                break;
            default:
                logic(arguments, name);
        }
    }

    private static void logic(ArgumentCheck arguments, String name) {
        switch (name) {
            case "Fn::And":
            case "Fn::Or":
                if (arguments.count(2, 10)) {
                    arguments.truths();
                }
                break;
            case "Fn::Not":
                if (arguments.count(1, 1)) {
                    arguments.truths();
                }
                break;
            case "Fn::Equals":
                if (arguments.count(2, 2)) {
                    arguments.comparable();
                }
                break;
            case "Fn::Contains":
            case "Fn::EachMemberEquals":
            case "Fn::EachMemberIn":
            case "Fn::ValueOf":
            case "Fn::ValueOfAll":
                arguments.count(2, 2);
                break;
            default:
            // Fn::If and Condition cannot be made with other arguments.
        }
    }

    private static void join(ArgumentCheck arguments) {
        if (arguments.count(2, 2)) {
            arguments.literal(0, "delimiter");
            arguments.list(1);
            arguments.scalarItems(1);
        }
    }

    private static void select(ArgumentCheck arguments) {
        if (arguments.count(2, 2)) {
            arguments.index(0, 1);
            arguments.list(1);
        }
    }

    private static void split(ArgumentCheck arguments) {
        if (arguments.count(2, 2)) {
            if (arguments.literal(0, "delimiter")) {
                arguments.notEmpty(0, "delimiter");
            }
            arguments.scalars(1, 2);
        }
    }

    private static void cidr(ArgumentCheck arguments) {
        if (arguments.count(2, 3)) {
            arguments.addressBlock(0);
            arguments.number(1, "count", 1, 256);
            arguments.number(2, "number of bits", 1, 128);
        }
    }

    private static void sub(ArgumentCheck arguments) {
        PropertyBag variables = ((Sub) arguments.use.function()).variables();
        for (int i = 0; i < variables.size(); i++) {
            arguments.variable(variables.nameAt(i), variables.valueAt(i));
        }
    }
}
