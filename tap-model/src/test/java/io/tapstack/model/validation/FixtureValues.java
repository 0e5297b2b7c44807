package io.tapstack.model.validation;

import io.tapstack.model.value.And;
import io.tapstack.model.value.Base64;
import io.tapstack.model.value.Cidr;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Contains;
import io.tapstack.model.value.EachMemberEquals;
import io.tapstack.model.value.EachMemberIn;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAZs;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.GetStackOutput;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ImportValue;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.Length;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.RefAll;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Split;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.ToJsonString;
import io.tapstack.model.value.Transform;
import io.tapstack.model.value.UnknownFunction;
import io.tapstack.model.value.Value;
import io.tapstack.model.value.ValueOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes functions of test templates out of their names and arguments. */
final class FixtureValues {

    private FixtureValues() {}

    /** A function; an unknown one if the arguments do not fit it. */
    static Value<?> function(String name, Value<?> argument) {
        try {
            List<Value<?>> items = argument instanceof ListValue<?> list ? list.items() : List.of();
            return items.isEmpty() ? ofOne(name, argument) : ofList(name, argument, items);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException e) {
            return UnknownFunction.of(name, argument);
        }
    }

    private static Value<?> ofOne(String name, Value<?> argument) {
        switch (name) {
            case "Ref":
                return ref(text(argument));
            case "Condition":
                return ConditionReference.to(LogicalId.of(text(argument)));
            case "Fn::GetAtt":
                int dot = text(argument).indexOf('.');
                return GetAtt.of(
                        LogicalId.of(text(argument).substring(0, dot)),
                        text(argument).substring(dot + 1));
            case "Fn::Sub":
                return Sub.of(text(argument));
            case "Fn::Base64":
                return Base64.of(cast(argument));
            case "Fn::GetAZs":
                return GetAZs.of(cast(argument));
            case "Fn::ImportValue":
                return ImportValue.of(cast(argument));
            case "Fn::Length":
                return Length.of(FixtureValues.<List<Object>>cast(argument));
            case "Fn::ToJsonString":
                return ToJsonString.of(argument);
            case "Fn::RefAll":
                return RefAll.of(text(argument));
            case "Fn::GetStackOutput":
                return GetStackOutput.of(((ObjectValue<?>) argument).members());
            case "Fn::Transform":
                PropertyBag members = ((ObjectValue<?>) argument).members();
                return Transform.of(
                        text(members.find("Name")),
                        members.find("Parameters") instanceof ObjectValue<?> given
                                ? given.members()
                                : PropertyBag.empty());
            default:
                return UnknownFunction.of(name, argument);
        }
    }

    private static Value<?> ofList(String name, Value<?> argument, List<Value<?>> items) {
        switch (name) {
            case "Fn::GetAtt":
                return GetAtt.of(LogicalId.of(text(items.get(0))), FixtureValues.<String>cast(items.get(1)));
            case "Fn::Sub":
                return Sub.of(text(items.get(0)), ((ObjectValue<?>) items.get(1)).members());
            case "Fn::Join":
                return Join.of(text(items.get(0)), cast(items.get(1)));
            case "Fn::Select":
                return Select.of(
                        FixtureValues.<Integer>cast(items.get(0)), FixtureValues.<List<Object>>cast(items.get(1)));
            case "Fn::Split":
                return Split.of(text(items.get(0)), cast(items.get(1)));
            case "Fn::If":
                return items.size() == 3
                        ? If.of(
                                LogicalId.of(text(items.get(0))),
                                FixtureValues.<Object>cast(items.get(1)),
                                cast(items.get(2)))
                        : UnknownFunction.of(name, argument);
            case "Fn::FindInMap":
                return items.size() == 3
                        ? FindInMap.of(LogicalId.of(text(items.get(0))), cast(items.get(1)), cast(items.get(2)))
                        : FindInMap.of(
                                cast(items.get(0)),
                                cast(items.get(1)),
                                cast(items.get(2)),
                                cast(((ObjectValue<?>) items.get(3)).members().find("DefaultValue")));
            case "Fn::Cidr":
                return Cidr.of(cast(items.get(0)), cast(items.get(1)), cast(items.get(2)));
            case "Fn::Equals":
                return Equals.of(items.get(0), items.get(1));
            case "Fn::Not":
                return Not.of(cast(items.get(0)));
            case "Fn::Length":
                return Length.of(FixtureValues.<List<Object>>cast(argument));
            case "Fn::ToJsonString":
                return ToJsonString.of(argument);
            default:
                return rules(name, argument, items);
        }
    }

    private static Value<?> rules(String name, Value<?> argument, List<Value<?>> items) {
        switch (name) {
            case "Fn::And":
                return And.of(truths(items));
            case "Fn::Or":
                return Or.of(truths(items));
            case "Fn::Contains":
                return Contains.of(cast(items.get(0)), items.get(1));
            case "Fn::EachMemberEquals":
                return EachMemberEquals.of(cast(items.get(0)), items.get(1));
            case "Fn::EachMemberIn":
                return EachMemberIn.of(cast(items.get(0)), cast(items.get(1)));
            case "Fn::ValueOf":
                return ValueOf.of(LogicalId.of(text(items.get(0))), text(items.get(1)));
            default:
                return UnknownFunction.of(name, argument);
        }
    }

    private static Value<?> ref(String target) {
        switch (target) {
            case "AWS::NoValue":
                return PseudoParameter.noValue();
            case "AWS::Region":
                return PseudoParameter.REGION;
            case "AWS::AccountId":
                return PseudoParameter.ACCOUNT_ID;
            case "AWS::StackName":
                return PseudoParameter.STACK_NAME;
            case "AWS::NotificationARNs":
                return PseudoParameter.NOTIFICATION_ARNS;
            default:
                return Ref.to(LogicalId.of(target));
        }
    }

    private static Value<Boolean>[] truths(List<Value<?>> items) {
        List<Value<Boolean>> truths = new ArrayList<>();
        for (Value<?> item : items) {
            truths.add(cast(item));
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Value<Boolean>[] array = truths.toArray(new Value[0]);
        return array;
    }

    private static String text(@Nullable Value<?> value) {
        return ((Literal<?>) Objects.requireNonNull(value)).text();
    }

    @SuppressWarnings("unchecked")
    private static <T> Value<T> cast(@Nullable Value<?> value) {
        return (Value<T>) Objects.requireNonNull(value);
    }
}
