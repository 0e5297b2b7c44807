package io.tapstack.model.codegen;

import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The constants of enumerated properties: {@code BILLING_MODE_PAY_PER_REQUEST}. They are strings, so that a value unknown today
 * can be given too, and stand in the class that has the property: a class for each set would make the jar a tenth larger.
 */
final class Constants {

    /**
     * Larger sets, such as instance types and time zones, get no constants: one in a hundred sets, they hold half of all values
     * and change every week. Validation knows their values too.
     */
    static final int MOST = 60;

    private final UniqueNames names = UniqueNames.of(Set.of("TYPE"));

    /** The known values of a property, or of each of its items. */
    static Set<String> values(PropertyFacts facts) {
        return (facts.type() instanceof ListType ? facts.itemLimits() : facts.limits()).enumValues();
    }

    /** The constant of each known value; one that is spelled like its constant goes before others that would be called so. */
    Map<String, String> claim(PropertyFacts facts) {
        PropertyType type = facts.type() instanceof ListType list ? list.element() : facts.type();
        Set<String> values = values(facts);
        Map<String, String> constants = new LinkedHashMap<>();
        if (type == PrimitiveType.STRING && values.size() <= MOST) {
            String prefix = Identifiers.constant(facts.name()) + '_';
            values.forEach(value -> constants.put(value, ""));
            constants.replaceAll(
                    (value, none) -> isSpelledAsConstant(value) ? names.claimNumbered(prefix + value, "_") : none);
            constants.replaceAll((value, name) ->
                    name.isEmpty() ? names.claimNumbered(prefix + Identifiers.constant(value), "_") : name);
        }
        return constants;
    }

    private static boolean isSpelledAsConstant(String value) {
        return Identifiers.constant(value).equals(value);
    }
}
