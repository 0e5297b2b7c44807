package io.tapstack.model.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions as they stand in templates: a name and an argument.
 *
 * <p>A function whose argument does not have the form that it takes is kept as an {@link UnknownFunction}.
 */
public final class Functions {

    private Functions() {}

    /**
     * Whether an object whose only member has this name is a function: {@code Ref} and all that begin with {@code Fn::}, but for
     * loops, which stand where a name stands. {@code Condition} is one only where conditions are expected, so it is not counted.
     */
    public static boolean isFunctionName(String name) {
        return name.equals("Ref") || name.startsWith("Fn::") && !name.startsWith(ForEach.PREFIX);
    }

    /** The function of this name: of its own class if the argument fits, with the argument kept as it is. */
    public static Intrinsic<?> of(String name, Value<?> argument) {
        Intrinsic<?> known;
        if (argument instanceof ListValue<?> list) {
            known = ofList(name, list, list.items());
        } else if (argument instanceof Literal<?> literal && literal.isString()) {
            known = ofText(name, literal.text());
        } else {
            known = null;
        }
        return known != null ? known : ofAny(name, argument);
    }

    /**
     * The {@code Fn::If} that stands in place of an object's members, as in {@code Properties: !If [...]}: an {@link If}, or an
     * {@link UnknownFunction} if its arguments are not of the form that it takes. Null if the members are written out.
     */
    public static @Nullable Intrinsic<?> choice(PropertyBag members) {
        return members.size() == 1 && members.nameAt(0).equals("Fn::If") ? of("Fn::If", members.valueAt(0)) : null;
    }

    private static @Nullable Intrinsic<?> ofText(String name, String text) {
        return switch (name) {
            case "Ref" -> new Ref<>(text);
            case "Condition" -> ConditionReference.to(LogicalId.asWritten(text));
            case "Fn::GetAtt" -> ofDotted(text);
            case "Fn::Sub" -> Sub.of(text);
            case "Fn::RefAll" -> RefAll.of(text);
            default -> null;
        };
    }

    private static @Nullable Intrinsic<?> ofDotted(String text) {
        int dot = text.indexOf('.');
        return dot <= 0 ? null : GetAtt.of(LogicalId.asWritten(text.substring(0, dot)), text.substring(dot + 1));
    }

    private static @Nullable Intrinsic<?> ofList(String name, ListValue<?> list, List<Value<?>> items) {
        int count = items.size();
        return switch (name) {
            case "Fn::And" -> count >= 2 && count <= 10 ? new And(list) : null;
            case "Fn::Or" -> count >= 2 && count <= 10 ? new Or(list) : null;
            case "Fn::Not" -> count == 1 ? new Not(list) : null;
            case "Fn::Equals" -> count == 2 ? new Equals(list) : null;
            case "Fn::If" -> count == 3 ? ofIf(items) : null;
            case "Fn::GetAtt" -> count == 2 ? ofGetAtt(items) : null;
            case "Fn::Sub" -> count == 2 ? ofSub(list, items) : null;
            case "Fn::FindInMap" -> count == 3 || count == 4 && hasDefault(items.get(3)) ? new FindInMap<>(list) : null;
            default -> ofTexts(name, list, count);
        };
    }

    private static @Nullable Intrinsic<?> ofTexts(String name, ListValue<?> list, int count) {
        return switch (name) {
            case "Fn::Join" -> count == 2 ? new Join(list) : null;
            case "Fn::Select" -> count == 2 ? new Select<>(list) : null;
            case "Fn::Split" -> count == 2 ? new Split(list) : null;
            case "Fn::Cidr" -> count == 2 || count == 3 ? new Cidr(list) : null;
            case "Fn::Contains" -> count == 2 ? new Contains(list) : null;
            case "Fn::EachMemberEquals" -> count == 2 ? new EachMemberEquals(list) : null;
            case "Fn::EachMemberIn" -> count == 2 ? new EachMemberIn(list) : null;
            case "Fn::ValueOf" -> count == 2 ? new ValueOf(list) : null;
            case "Fn::ValueOfAll" -> count == 2 ? new ValueOfAll(list) : null;
            default -> null;
        };
    }

    private static Intrinsic<?> ofAny(String name, Value<?> argument) {
        boolean object = argument instanceof ObjectValue;
        return switch (name) {
            case "Fn::Base64" -> new Base64(argument);
            case "Fn::GetAZs" -> new GetAZs(argument);
            case "Fn::ImportValue" -> new ImportValue<>(argument);
            case "Fn::Length" -> new Length(argument);
            case "Fn::ToJsonString" -> new ToJsonString(argument);
            case "Fn::GetStackOutput" -> object ? new GetStackOutput<>(argument) : UnknownFunction.of(name, argument);
            case "Fn::Transform" -> object ? new Transform<>(argument) : UnknownFunction.of(name, argument);
            default -> UnknownFunction.of(name, argument);
        };
    }

    private static @Nullable Intrinsic<?> ofIf(List<Value<?>> items) {
        return items.get(0) instanceof Literal<?> condition && condition.isString()
                ? If.of(LogicalId.asWritten(condition.text()), cast(items.get(1)), cast(items.get(2)))
                : null;
    }

    private static @Nullable Intrinsic<?> ofGetAtt(List<Value<?>> items) {
        return items.get(0) instanceof Literal<?> target && target.isString()
                ? GetAtt.of(LogicalId.asWritten(target.text()), Functions.<String>cast(items.get(1)))
                : null;
    }

    private static @Nullable Intrinsic<?> ofSub(ListValue<?> list, List<Value<?>> items) {
        return items.get(0) instanceof Literal<?> text
                        && text.isString()
                        && items.get(1) instanceof ObjectValue<?> variables
                ? new Sub(text.text(), variables.members(), list)
                : null;
    }

    private static boolean hasDefault(Value<?> options) {
        return options instanceof ObjectValue<?> object && object.members().has("DefaultValue");
    }

    @SuppressWarnings("unchecked")
    private static <T> Value<T> cast(Value<?> value) {
        return (Value<T>) value;
    }
}
