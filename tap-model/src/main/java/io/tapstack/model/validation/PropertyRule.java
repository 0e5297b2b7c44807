package io.tapstack.model.validation;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;

/**
 * A rule about property values. All rules of this kind share one walk over the properties of all resources whose types are known.
 *
 * <p>A validator asks once for each property of a type whether a rule is concerned, and later calls it for such values only, in this
 * template and in others. The walk goes through the branches of {@code Fn::If} by itself, so a value is never one, nor {@code AWS::NoValue}.
 */
public interface PropertyRule extends TemplateRule {

    /** Does nothing: the shared walk calls the methods below. */
    @Override
    default void check(TemplateContext context, FindingSink sink) {
        // The walk judges.
    }

    /** Whether {@link #checkObject} is to be called for objects of this kind. */
    default boolean concerns(ObjectSchema schema) {
        return false;
    }

    /** Judges an object as a whole, after its members. */
    default void checkObject(ObjectSchema schema, PropertyBag members, PropertySpot spot, FindingSink sink) {
        // Not concerned.
    }

    /**
     * Whether {@link #checkValue} is to be called for values of this property.
     *
     * @param limits those of the property itself, or of its items if it is a list or map: the rule is asked for both
     */
    default boolean concerns(PropertyFacts property, ValueLimits limits) {
        return false;
    }

    /** Whether {@link #checkValue} is to be called for literals too. */
    default boolean judgesLiterals() {
        return true;
    }

    /** Hears at the end how many members of objects were compared with the facts. */
    default void walked(int members, FindingSink sink) {
        // Not concerned.
    }

    /** Judges a value of the right type, or a function whose value is not known to be of a wrong one. */
    default void checkValue(ValueLimits limits, Value<?> value, PropertySpot spot, FindingSink sink) {
        // Not concerned.
    }

    /** Hears of a member that the facts do not know; the spot is the member's. */
    default void checkUnknown(ObjectSchema schema, String name, PropertySpot spot, FindingSink sink) {
        // Not concerned.
    }

    /** Hears of a value that is of another type than the facts demand. */
    default void checkMisfit(PropertyType expected, Value<?> value, PropertySpot spot, FindingSink sink) {
        // Not concerned.
    }
}
