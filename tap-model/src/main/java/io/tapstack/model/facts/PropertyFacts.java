package io.tapstack.model.facts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One property of a resource type or a property type. */
public final class PropertyFacts {

    private final String name;
    private final PropertyType type;
    private final PropertyFlags flags;
    private final ValueLimits limits;
    private final ValueLimits itemLimits;
    private final List<RelationFacts> relations;

    PropertyFacts(String name, PropertyType type, PropertyFlags flags) {
        this.name = name;
        this.type = type;
        this.flags = flags;
        this.limits = flags.limits.build();
        this.itemLimits = flags.itemLimits == null ? ValueLimits.NONE : flags.itemLimits.build();
        this.relations = flags.relations;
    }

    /** The name, in CloudFormation's own spelling. */
    public String name() {
        return name;
    }

    /** The type of its value. */
    public PropertyType type() {
        return type;
    }

    /** True if the property must be present. */
    public boolean required() {
        return flags.required;
    }

    /** What a change of the property does to the resource. */
    public Replacement replacement() {
        return flags.replacement;
    }

    /** True if the value can be set but never read back, as a password: drift detection doesn't see it. */
    public boolean writeOnly() {
        return flags.writeOnly;
    }

    /** True if AWS discourages the property. */
    public boolean deprecated() {
        return flags.deprecated;
    }

    /** True if the elements of the list must differ. */
    public boolean unique() {
        return flags.unique;
    }

    /** The limits of the value itself. */
    public ValueLimits limits() {
        return limits;
    }

    /** The limits of each element of a list or each value of a map; {@link ValueLimits#isEmpty() empty} for other types. */
    public ValueLimits itemLimits() {
        return itemLimits;
    }

    /** The known values of {@link #limits()}. */
    public Set<String> enumValues() {
        return limits.enumValues();
    }

    /** The pattern of {@link #limits()}; null if unknown. */
    public @Nullable Pattern pattern() {
        return limits.pattern();
    }

    /** The resources whose attributes belong here, in a fixed order; for a list, in each of its elements. */
    public List<RelationFacts> relates() {
        return relations;
    }

    @Override
    public String toString() {
        return name + ' ' + type;
    }
}
