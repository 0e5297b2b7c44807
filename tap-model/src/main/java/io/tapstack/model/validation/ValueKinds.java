package io.tapstack.model.validation;

import io.tapstack.model.facts.AttributeFacts;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.UnknownFunction;
import io.tapstack.model.value.Value;

/** Finds out what kind of value functions yield. */
final class ValueKinds {

    private final TemplateContext context;

    ValueKinds(TemplateContext context) {
        this.context = context;
    }

    ValueKind of(Value<?> value) {
        if (value instanceof Literal) {
            return ValueKind.SCALAR;
        }
        if (value instanceof ListValue) {
            return ValueKind.LIST;
        }
        return value instanceof Intrinsic<?> intrinsic ? ofFunction(intrinsic) : ValueKind.OBJECT;
    }

    private ValueKind ofFunction(Intrinsic<?> function) {
        if (function instanceof Ref<?> ref) {
            return ofRef(ref.target());
        }
        if (function instanceof GetAtt<?> getAtt) {
            return ofAttribute(getAtt);
        }
        if (function instanceof FindInMap<?> find) {
            return ofMapping(find);
        }
        return function instanceof UnknownFunction ? ValueKind.UNKNOWN : byName(function.functionName());
    }

    private static ValueKind byName(String functionName) {
        switch (functionName) {
            case "Fn::Sub":
            case "Fn::Join":
            case "Fn::Base64":
            case "Fn::ImportValue":
            case "Fn::ToJsonString":
            case "Fn::Length":
            case "Fn::ValueOf":
                return ValueKind.SCALAR;
            case "Fn::Split":
            case "Fn::GetAZs":
            case "Fn::Cidr":
            case "Fn::RefAll":
            case "Fn::ValueOfAll":
                return ValueKind.LIST;
            case "Fn::And":
            case "Fn::Or":
            case "Fn::Not":
            case "Fn::Equals":
            case "Condition":
            case "Fn::Contains":
            case "Fn::EachMemberEquals":
            case "Fn::EachMemberIn":
                return ValueKind.TRUTH;
            default:
                return ValueKind.UNKNOWN;
        }
    }

    private ValueKind ofRef(String target) {
        if (target.startsWith("AWS::")) {
            return target.equals("AWS::NoValue")
                    ? ValueKind.ABSENT
                    : target.equals("AWS::NotificationARNs") ? ValueKind.LIST : ValueKind.SCALAR;
        }
        Parameter parameter = context.parameter(target);
        if (parameter != null) {
            return parameter.isList() ? ValueKind.LIST : ValueKind.SCALAR;
        }
        Resource resource = context.resource(target);
        return resource == null || ResourceTypes.isModule(resource.resourceType())
                ? ValueKind.UNKNOWN
                : ValueKind.SCALAR;
    }

    private ValueKind ofAttribute(GetAtt<?> getAtt) {
        Element element = context.find(Section.RESOURCES, getAtt.target().name());
        if (element == null || !(getAtt.attribute() instanceof Literal<?> name)) {
            return ValueKind.UNKNOWN;
        }
        ResourceFacts facts = element.facts();
        if (facts == null || facts.open()) {
            return ValueKind.UNKNOWN;
        }
        AttributeFacts attribute = facts.attribute(name.text()).orElse(null);
        return attribute == null || attribute.name().endsWith("*") ? ValueKind.UNKNOWN : ofType(attribute.type());
    }

    private static ValueKind ofType(PropertyType type) {
        if (type instanceof PrimitiveType) {
            return type == PrimitiveType.JSON
                    ? ValueKind.UNKNOWN
                    : type == PrimitiveType.TAG ? ValueKind.OBJECT : ValueKind.SCALAR;
        }
        if (type instanceof ListType) {
            return ValueKind.LIST;
        }
        return type instanceof MapType || type instanceof StructType ? ValueKind.OBJECT : ValueKind.UNKNOWN;
    }

    private ValueKind ofMapping(FindInMap<?> find) {
        String name = Arguments.text(find, 0);
        Mapping mapping = name == null ? null : context.mapping(name);
        if (mapping == null || Arguments.count(find) > 3) {
            return ValueKind.UNKNOWN;
        }
        String top = Arguments.text(find, 1);
        String second = Arguments.text(find, 2);
        ValueKind kind = ValueKind.ABSENT;
        PropertyBag rows = mapping.entries();
        for (int i = 0; i < rows.size(); i++) {
            if ((top == null || top.equals(rows.nameAt(i))) && rows.valueAt(i) instanceof ObjectValue<?> row) {
                for (int j = 0; j < row.members().size(); j++) {
                    if (second == null || second.equals(row.members().nameAt(j))) {
                        Value<?> cell = row.members().valueAt(j);
                        kind = common(kind, cell instanceof Intrinsic ? ValueKind.UNKNOWN : of(cell));
                    }
                }
            }
        }
        return kind == ValueKind.ABSENT ? ValueKind.UNKNOWN : kind;
    }

    private static ValueKind common(ValueKind left, ValueKind right) {
        return left == ValueKind.ABSENT || left == right ? right : ValueKind.UNKNOWN;
    }
}
