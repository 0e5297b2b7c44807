package io.tapstack.model.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function that CloudFormation evaluates when it creates or updates the stack.
 *
 * <p>Every function is a name and an argument; whoever writes, walks or checks templates needs no more. The subclasses add what
 * is particular to each. Two functions are equal if their names and arguments are.
 *
 * @param <T> what CloudFormation makes of it
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
public abstract sealed class Intrinsic<T> implements Value<T>
        permits And,
                Base64,
                Cidr,
                ConditionReference,
                Contains,
                EachMemberEquals,
                EachMemberIn,
                Equals,
                FindInMap,
                GetAtt,
                GetAZs,
                GetStackOutput,
                If,
                ImportValue,
                Join,
                Length,
                Not,
                Or,
                Ref,
                RefAll,
                Select,
                Split,
                Sub,
                ToJsonString,
                Transform,
                UnknownFunction,
                ValueOf,
                ValueOfAll {

    private final String functionName;
    private final Value<?> argument;

    Intrinsic(String functionName, Value<?> argument) {
        this.functionName = functionName;
        this.argument = Objects.requireNonNull(argument, "argument");
    }

    /** The name as it stands in JSON: {@code Ref}, {@code Condition}, {@code Fn::Sub}, … */
    public final String functionName() {
        return functionName;
    }

    /** The argument as it stands in JSON. */
    public final Value<?> argument() {
        return argument;
    }

    /** An argument by its position, where the argument is a list of them, else the argument for position 0; null if there are fewer. */
    public final @Nullable Value<?> argument(int position) {
        if (argument instanceof ListValue<?> list) {
            return position < list.items().size() ? list.items().get(position) : null;
        }
        return position == 0 ? argument : null;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Intrinsic<?> that
                && functionName.equals(that.functionName)
                && argument.equals(that.argument);
    }

    @Override
    public final int hashCode() {
        return functionName.hashCode() * 31 + argument.hashCode();
    }

    @Override
    public final String toString() {
        return "{" + functionName + ": " + argument + "}";
    }
}
