package io.tapstack.model.validation;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.TypeFacts;
import io.tapstack.model.facts.ValueLimits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the plans by which values are judged, each once in a run and only for what the template uses. */
final class PlanBuilder {

    private final List<PropertyRule> rules;
    private final Map<String, ObjectPlan> resources = new HashMap<>();
    private final Map<TypeFacts, ObjectPlan> types = new IdentityHashMap<>();
    private final ObjectPlan tag;

    PlanBuilder(List<PropertyRule> rules) {
        this.rules = rules;
        this.tag = new ObjectPlan(ObjectSchema.TAG, null, this);
    }

    ObjectPlan resource(String resourceType, ResourceFacts facts) {
        ObjectPlan plan = resources.get(resourceType);
        if (plan == null) {
            boolean open = facts.open() || ResourceTypes.isCustom(resourceType);
            plan = new ObjectPlan(ObjectSchema.of(facts, open), facts, this);
            resources.put(resourceType, plan);
        }
        return plan;
    }

    /** How an object in a place is judged; null if the facts do not know its type. */
    @Nullable
    ObjectPlan object(ValuePlan place, @Nullable ResourceFacts owner) {
        if (place.object == null) {
            if (place.slot == ValuePlan.Slot.TAG) {
                place.object = tag;
            } else if (place.type instanceof StructType struct && owner != null) {
                TypeFacts facts = owner.type(struct.name()).orElse(null);
                place.object = facts == null ? null : type(facts, owner);
            }
        }
        return place.object;
    }

    private ObjectPlan type(TypeFacts facts, ResourceFacts owner) {
        ObjectPlan plan = types.get(facts);
        if (plan == null) {
            plan = new ObjectPlan(ObjectSchema.of(facts, facts.open()), owner, this);
            types.put(facts, plan);
        }
        return plan;
    }

    int[] concerned(ObjectSchema schema) {
        int[] numbers = new int[rules.size()];
        int size = 0;
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).concerns(schema)) {
                numbers[size++] = i;
            }
        }
        return Arrays.copyOf(numbers, size);
    }

    int[] judgingLiterals(int[] concerned) {
        int[] numbers = new int[concerned.length];
        int size = 0;
        for (int rule : concerned) {
            if (rules.get(rule).judgesLiterals()) {
                numbers[size++] = rule;
            }
        }
        return Arrays.copyOf(numbers, size);
    }

    int[] concerned(PropertyFacts property, ValueLimits limits) {
        int[] numbers = new int[rules.size()];
        int size = 0;
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).concerns(property, limits)) {
                numbers[size++] = i;
            }
        }
        return Arrays.copyOf(numbers, size);
    }
}
