package io.tapstack.model.value;

import java.util.List;
import java.util.Objects;

/**
 * A loop that makes several resources, outputs, conditions or properties out of one: {@code Fn::ForEach} of the transform
 * {@code AWS::LanguageExtensions}.
 *
 * <p>Unlike the other functions it is no value: it stands where a name stands, as {@link #key()} with {@link #argument()}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">Fn::ForEach</a>
 */
public final class ForEach {

    /** What the key of every loop begins with; the name of the loop follows. */
    public static final String PREFIX = "Fn::ForEach::";

    private final LogicalId loopName;
    private final Value<?> argument;

    private ForEach(LogicalId loopName, Value<?> argument) {
        this.loopName = loopName;
        this.argument = argument;
    }

    /**
     * A loop.
     *
     * @param loopName unique in the template
     * @param identifier what <code>${identifier}</code> in the keys and values below stands for in each round
     * @param collection the values that it takes
     * @param body what is made in each round; its keys hold the identifier
     */
    public static ForEach of(LogicalId loopName, String identifier, Value<List<String>> collection, PropertyBag body) {
        Objects.requireNonNull(identifier, "identifier");
        return new ForEach(
                Objects.requireNonNull(loopName, "loopName"),
                ListValue.ofAny(List.of(Literal.of(identifier), collection, MapValue.ofAny(body))));
    }

    /** A loop as it stands in a template, whatever its argument is. */
    public static ForEach of(LogicalId loopName, Value<?> argument) {
        return new ForEach(Objects.requireNonNull(loopName, "loopName"), Objects.requireNonNull(argument, "argument"));
    }

    /** The name of the loop. */
    public LogicalId loopName() {
        return loopName;
    }

    /** The key under which it stands: {@code Fn::ForEach::} and the name. */
    public String key() {
        return PREFIX + loopName;
    }

    /** What stands under the key. */
    public Value<?> argument() {
        return argument;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof ForEach that && loopName.equals(that.loopName) && argument.equals(that.argument);
    }

    @Override
    public int hashCode() {
        return loopName.hashCode() * 31 + argument.hashCode();
    }

    @Override
    public String toString() {
        return key() + ": " + argument;
    }
}
