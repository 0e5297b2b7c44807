package io.tapstack.model.validation;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ResourceFacts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the members of one kind of object are judged. */
final class ObjectPlan {

    final ObjectSchema schema;
    final @Nullable ResourceFacts owner;
    /** The rules that look at the object as a whole, by number. */
    final int[] rules;

    private static final int EXPECTED = 16;

    private final PlanBuilder builder;
    private final @Nullable String[] expectedNames = new String[EXPECTED];
    private final @Nullable ValuePlan[] expectedPlans = new ValuePlan[EXPECTED];
    private final Map<String, ValuePlan> members = new HashMap<>();

    ObjectPlan(ObjectSchema schema, @Nullable ResourceFacts owner, PlanBuilder builder) {
        this.schema = schema;
        this.owner = owner;
        this.builder = builder;
        this.rules = builder.concerned(schema);
        if (schema == ObjectSchema.TAG) {
            ValuePlan text = ValuePlan.text(builder);
            members.put("Key", text);
            members.put("Value", text);
        }
    }

    /**
     * How a member is judged; null if nothing is known of it. Objects of one kind mostly have the same members in the same order,
     * so the one that stood at this position last time is tried first.
     */
    @SuppressWarnings("ReferenceEquality") // names are mostly the same constants; others take the slow way
    @Nullable
    ValuePlan member(String name, int position) {
        if (position < EXPECTED && expectedNames[position] == name) {
            return expectedPlans[position];
        }
        ValuePlan plan = member(name);
        if (position < EXPECTED && plan != null) {
            expectedNames[position] = name;
            expectedPlans[position] = plan;
        }
        return plan;
    }

    /** How a member is judged; null if nothing is known of it. */
    @Nullable
    ValuePlan member(String name) {
        ValuePlan known = members.get(name);
        if (known == null) {
            PropertyFacts property = schema.property(name);
            if (property != null) {
                known = new ValuePlan(property, builder);
                members.put(name, known);
            }
        }
        return known;
    }
}
