package io.tapstack.model.validation;

import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.UnionType;
import io.tapstack.model.facts.ValueLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of one property, or of its items, are judged: made once for each property that a template uses. */
final class ValuePlan {

    private static final int[] NO_RULES = new int[0];

    final PropertyType type;
    final Slot slot;
    final @Nullable PropertyFacts property;
    final @Nullable ValueLimits limits;
    /** The rules that are concerned with literals, by number. */
    final int[] literalRules;
    /** The rules that are concerned with lists, objects and functions, by number. */
    final int[] otherRules;
    /** How items of a list or map are judged. */
    final @Nullable ValuePlan element;
    /** How the alternatives of a union are judged; empty for other types. */
    final ValuePlan[] alternatives;
    /** How the members of an object are judged; found when first needed, since types may hold themselves. */
    @Nullable
    ObjectPlan object;
    /** Whether the property must be there. */
    final boolean required;
    /** Whether any literal will do. */
    final boolean anyLiteral;

    ValuePlan(PropertyFacts property, PlanBuilder builder) {
        this(property.type(), property, property.limits(), builder.concerned(property, property.limits()), builder);
    }

    private ValuePlan(
            PropertyType type,
            @Nullable PropertyFacts property,
            @Nullable ValueLimits limits,
            int[] rules,
            PlanBuilder builder) {
        this.type = type;
        this.property = property;
        this.limits = limits;
        this.required = property == null || property.required();
        this.otherRules = rules;
        this.literalRules = builder.judgingLiterals(rules);
        this.slot = Slot.of(type);
        this.anyLiteral = (slot == Slot.TEXT || slot == Slot.JSON) && literalRules.length == 0;
        this.element = property == null ? null : element(type, property, builder);
        this.alternatives = type instanceof UnionType union ? alternatives(union, builder) : new ValuePlan[0];
    }

    /** A text without limits: the key or value of a tag. */
    static ValuePlan text(PlanBuilder builder) {
        return new ValuePlan(PrimitiveType.STRING, null, null, NO_RULES, builder);
    }

    private static @Nullable ValuePlan element(PropertyType type, PropertyFacts property, PlanBuilder builder) {
        PropertyType elementType =
                type instanceof ListType list ? list.element() : type instanceof MapType map ? map.element() : null;
        if (elementType == null) {
            return null;
        }
        ValueLimits limits = property.itemLimits();
        return new ValuePlan(elementType, property, limits, builder.concerned(property, limits), builder);
    }

    private ValuePlan[] alternatives(UnionType union, PlanBuilder builder) {
        List<PropertyType> types = union.alternatives();
        ValuePlan[] plans = new ValuePlan[types.size()];
        for (int i = 0; i < plans.length; i++) {
            plans[i] = new ValuePlan(types.get(i), property, limits, otherRules, builder);
        }
        return plans;
    }

    /** The kinds of places that the walk tells apart. */
    enum Slot {
        TEXT,
        INTEGER,
        NUMBER,
        BOOLEAN,
        JSON,
        TAG,
        LIST,
        MAP,
        OBJECT,
        UNION;

        static Slot of(PropertyType type) {
            if (type instanceof PrimitiveType primitive) {
                return ofPrimitive(primitive);
            }
            return type instanceof ListType
                    ? LIST
                    : type instanceof MapType ? MAP : type instanceof StructType ? OBJECT : UNION;
        }

        private static Slot ofPrimitive(PrimitiveType type) {
            switch (type) {
                case INTEGER:
                case LONG:
                    return INTEGER;
                case NUMBER:
                    return NUMBER;
                case BOOLEAN:
                    return BOOLEAN;
                case JSON:
                    return JSON;
                case TAG:
                    return TAG;
                default:
                    return TEXT;
            }
        }
    }
}
