package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.ResourceTypes;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.value.Functions;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.List;

/** A reference that yields another id or ARN than the property takes, such as the name of a group instead of its id. */
final class ReferenceFormat implements PropertyRule {

    private static final String GROUP = "AWS::EC2::SecurityGroup";

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "References yield the kind of id that the property takes";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        for (String format : limits.formats()) {
            Formats.Format known = Formats.find(format);
            if (known == null || known.type().isEmpty()) {
                return false;
            }
        }
        return !limits.formats().isEmpty();
    }

    @Override
    public boolean judgesLiterals() {
        return false;
    }

    @Override
    public void checkValue(ValueLimits limits, Value<?> value, PropertySpot spot, FindingSink sink) {
        if (value instanceof Ref<?> ref) {
            Resource target = spot.context().resource(ref.target());
            if (target != null && isJudged(target.resourceType())) {
                check(limits.formats(), target, "Ref", spot, sink);
            }
        } else if (value instanceof GetAtt<?> getAtt && getAtt.attribute() instanceof Literal<?> name) {
            Resource target = spot.context().resource(getAtt.target().name());
            if (target != null && isOwn(limits.formats(), target.resourceType())) {
                check(limits.formats(), target, name.text(), spot, sink);
            }
        }
    }

    private static boolean isJudged(String type) {
        return ResourceTypes.isFromAws(type) && !ResourceTypes.isCustom(type) && !type.startsWith("AWS::Serverless::");
    }

    /** Attributes of other types may well be of the format, so only those of its own type are judged. */
    private static boolean isOwn(List<String> formats, String type) {
        for (String name : formats) {
            Formats.Format format = Formats.find(name);
            if (format != null && format.type().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private static void check(
            List<String> formats, Resource target, String attribute, PropertySpot spot, FindingSink sink) {
        sink.judged(1);
        for (String name : formats) {
            if (yields(name, target, attribute)) {
                return;
            }
        }
        PropertyFacts property = spot.property();
        String given = attribute.equals("Ref") ? "Ref of " : "the attribute " + attribute + " of ";
        sink.report(
                spot.place(),
                (property == null ? "The value" : property.name()) + " takes " + Formats.describe(formats.get(0))
                        + ", and " + given + target.logicalId().name() + " (" + target.resourceType()
                        + ") is something else.",
                "Refer to a resource of that type" + attributes(formats.get(0)) + ".");
    }

    private static boolean yields(String name, Resource target, String attribute) {
        Formats.Format format = Formats.find(name);
        if (format == null || !format.type().equals(target.resourceType()) || !format.isYieldedBy(attribute)) {
            return false;
        }
        if (attribute.equals("Ref") && target.resourceType().equals(GROUP)) {
            PropertyBag properties = target.properties();
            return Functions.choice(properties) != null || properties.has("VpcId") == name.endsWith(".Id");
        }
        return true;
    }

    private static String attributes(String format) {
        switch (format) {
            case "AWS::EC2::SecurityGroup.Id":
                return ", with Fn::GetAtt and GroupId";
            case "AWS::IAM::Role.Arn":
                return ", with Fn::GetAtt and Arn";
            default:
                return ", with Ref";
        }
    }
}
