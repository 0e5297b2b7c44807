package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.UnionType;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.ValueKind;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.util.Set;

/** A value of another type than the property takes, even after CloudFormation has turned texts into numbers and truths. */
final class WrongPropertyType implements PropertyRule {

    private static final Set<String> PACKAGED = Set.of(
            "AWS::ApiGateway::RestApi.BodyS3Location",
            "AWS::ElasticBeanstalk::ApplicationVersion.SourceBundle",
            "AWS::Glue::Job.Command",
            "AWS::Lambda::Function.Code",
            "AWS::Lambda::LayerVersion.Content",
            "AWS::StepFunctions::StateMachine.DefinitionS3Location");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Values are of the type that their property takes";
    }

    @Override
    public void walked(int members, FindingSink sink) {
        sink.judged(members);
    }

    @Override
    public void checkMisfit(PropertyType expected, Value<?> value, PropertySpot spot, FindingSink sink) {
        PropertyFacts property = spot.property();
        if (property != null && isLocalFile(property, value, spot)) {
            sink.report(
                    Severity.WARNING,
                    spot.place(),
                    property.name() + " names a file, which CloudFormation takes only after the template is packaged.",
                    "Run aws cloudformation package, and deploy what it writes.");
            return;
        }
        sink.report(
                spot.place(),
                (property == null ? "The tag" : property.name()) + " takes " + describe(expected) + " here, and "
                        + describe(value, spot) + " is given.",
                remedy(expected, value, spot));
    }

    /** {@code aws cloudformation package} uploads such files and writes their places into the template. */
    private static boolean isLocalFile(PropertyFacts property, Value<?> value, PropertySpot spot) {
        return value instanceof Literal<?> literal
                && literal.isString()
                && PACKAGED.contains(spot.resource().resourceType() + "." + property.name());
    }

    private static String describe(PropertyType type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive(primitive);
        }
        if (type instanceof ListType) {
            return "a list";
        }
        if (type instanceof StructType struct) {
            return "an object (" + struct.name() + ")";
        }
        if (type instanceof UnionType union) {
            StringBuilder text = new StringBuilder();
            for (PropertyType alternative : union.alternatives()) {
                text.append(text.length() == 0 ? "" : " or ").append(describe(alternative));
            }
            return text.toString();
        }
        return type instanceof MapType ? "a map" : "something else";
    }

    private static String primitive(PrimitiveType type) {
        switch (type) {
            case INTEGER:
            case LONG:
                return "a whole number";
            case NUMBER:
                return "a number";
            case BOOLEAN:
                return "true or false";
            case TAG:
                return "a tag with Key and Value";
            case JSON:
                return "JSON";
            default:
                return "a text";
        }
    }

    private static String describe(Value<?> value, PropertySpot spot) {
        if (value instanceof Literal<?> literal) {
            String text = literal.text();
            return literal.isString() ? "the text '" + Texts.excerpt(text) + "'" : Texts.excerpt(text);
        }
        ValueKind kind = spot.context().kindOf(value);
        String what = kind == ValueKind.LIST ? "a list" : kind == ValueKind.OBJECT ? "an object" : "a single value";
        return value instanceof Intrinsic<?> function ? what + " (by " + function.functionName() + ")" : what;
    }

    private static String remedy(PropertyType expected, Value<?> value, PropertySpot spot) {
        boolean list = spot.context().kindOf(value) == ValueKind.LIST;
        if (expected instanceof ListType && !list) {
            return "Write it as a list with one item, or use a function that yields a list.";
        }
        return list
                ? "Take one item, with Fn::Select say, or join the items with Fn::Join."
                : "Write a value of that type.";
    }
}
