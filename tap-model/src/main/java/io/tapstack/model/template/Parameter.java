package io.tapstack.model.template;

import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * A value that whoever creates the stack may choose, within constraints.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">Parameters</a>
 */
public final class Parameter extends Declaration {

    private final PropertyBag members;

    private Parameter(LogicalId logicalId, PropertyBag members, SourceLocation source) {
        super(logicalId, MapValue.ofAny(members), source);
        this.members = members;
    }

    /** A parameter of type {@code String}. */
    public static Builder string(String logicalId) {
        return ofType(logicalId, "String");
    }

    /** A parameter of type {@code Number}. */
    public static Builder number(String logicalId) {
        return ofType(logicalId, "Number");
    }

    /** A parameter of type {@code CommaDelimitedList}. */
    public static Builder commaDelimitedList(String logicalId) {
        return ofType(logicalId, "CommaDelimitedList");
    }

    /** A parameter of any type, such as {@code AWS::EC2::VPC::Id}. */
    public static Builder ofType(String logicalId, String type) {
        return new Builder(LogicalId.of(logicalId), type, SourceLocation.ofCaller());
    }

    /** A parameter with the members that stand in a template. */
    public static Parameter of(LogicalId logicalId, PropertyBag members, SourceLocation source) {
        return new Parameter(logicalId, members, source);
    }

    /** Its members as they stand in the template. */
    public PropertyBag members() {
        return members;
    }

    /** Its type; {@code String} if none is written. */
    public String type() {
        return text("Type").orElse("String");
    }

    /** The value that it has if none is chosen. */
    public Optional<Value<?>> defaultValue() {
        return members.get("Default");
    }

    /** The values that may be chosen; empty if any may. */
    public List<Value<?>> allowedValues() {
        return members.find("AllowedValues") instanceof ListValue<?> list ? list.items() : List.of();
    }

    /** A member that is a literal, such as {@code AllowedPattern} or {@code MaxLength}, as text. */
    public Optional<String> text(String member) {
        return members.find(member) instanceof Literal<?> literal ? Optional.of(literal.text()) : Optional.empty();
    }

    /** Whether {@link Ref} to it gives a list. */
    public boolean isList() {
        String type = type();
        return type.equals("CommaDelimitedList")
                || type.startsWith("List<")
                || type.startsWith("AWS::SSM::Parameter::Value<List<")
                || type.equals("AWS::SSM::Parameter::Value<CommaDelimitedList>");
    }

    /**
     * Its value where a text is expected.
     *
     * @throws IllegalStateException if it is a list
     */
    public Ref<String> ref() {
        if (isList()) {
            throw new IllegalStateException("ref: " + logicalId() + " is a " + type() + ", so use listRef()");
        }
        return Ref.to(logicalId());
    }

    /**
     * Its value where a list of texts is expected.
     *
     * @throws IllegalStateException if it is no list
     */
    public Ref<List<String>> listRef() {
        if (!isList()) {
            throw new IllegalStateException("listRef: " + logicalId() + " is a " + type() + ", which is no list");
        }
        return Ref.to(logicalId());
    }

    /**
     * Its value where a whole number is expected.
     *
     * @throws IllegalStateException if it is no {@code Number}
     */
    public Ref<Integer> integerRef() {
        requireNumber("integerRef");
        return Ref.to(logicalId());
    }

    /**
     * Its value where a number is expected.
     *
     * @throws IllegalStateException if it is no {@code Number}
     */
    public Ref<Double> numberRef() {
        requireNumber("numberRef");
        return Ref.to(logicalId());
    }

    private void requireNumber(String method) {
        if (!type().equals("Number")) {
            throw new IllegalStateException(method + ": " + logicalId() + " is a " + type() + ", which is no Number");
        }
    }

    /** Collects the constraints of a parameter. Not thread-safe; what it builds is. */
    public static final class Builder {

        private final LogicalId logicalId;
        private final SourceLocation source;
        private final PropertyBag.Builder members = PropertyBag.builder();

        private Builder(LogicalId logicalId, String type, SourceLocation source) {
            this.logicalId = logicalId;
            this.source = source;
            members.put("Type", Literal.of(type));
        }

        /** What it is for, in at most 4,000 characters. */
        public Builder description(String text) {
            return put("Description", Literal.of(text));
        }

        /** The value that it has if none is chosen. */
        public Builder defaultValue(String value) {
            return put("Default", Literal.of(value));
        }

        /** The value that it has if none is chosen. */
        public Builder defaultValue(long value) {
            return put("Default", Literal.of(value));
        }

        /** The values that may be chosen. */
        public Builder allowedValues(String... values) {
            return put("AllowedValues", Value.strings(values));
        }

        /** A regular expression that the whole value must match. */
        public Builder allowedPattern(String pattern) {
            return put("AllowedPattern", Literal.of(pattern));
        }

        /** What CloudFormation says when the value breaks a constraint. */
        public Builder constraintDescription(String text) {
            return put("ConstraintDescription", Literal.of(text));
        }

        /** The fewest characters. */
        public Builder minLength(int characters) {
            return put("MinLength", Literal.of(characters));
        }

        /** The most characters. */
        public Builder maxLength(int characters) {
            return put("MaxLength", Literal.of(characters));
        }

        /** The least number. */
        public Builder minValue(long value) {
            return put("MinValue", Literal.of(value));
        }

        /** The greatest number. */
        public Builder maxValue(long value) {
            return put("MaxValue", Literal.of(value));
        }

        /** Whether the value is hidden when the stack is described. */
        public Builder noEcho(boolean hidden) {
            return put("NoEcho", Literal.of(hidden));
        }

        private Builder put(String name, Value<?> value) {
            members.put(name, value);
            return this;
        }

        /** The parameter. */
        public Parameter build() {
            return new Parameter(logicalId, members.build(), source);
        }
    }
}
