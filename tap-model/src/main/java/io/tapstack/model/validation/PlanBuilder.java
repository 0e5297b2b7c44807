package io.tapstack.model.validation;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.TypeFacts;
import io.tapstack.model.facts.ValueLimits;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plans by which values are judged: each once in the life of a validator, since it follows from the rules and the facts alone,
 * and only for what templates use. Threads that validate at once share it.
 */
final class PlanBuilder {

    private final PropertyRule[] rules;
    private final ConcurrentMap<ResourceFacts, ObjectPlan> resources = new ConcurrentHashMap<>();
    private final ConcurrentMap<TypeFacts, ObjectPlan> types = new ConcurrentHashMap<>();
    private final ObjectPlan tag;

    PlanBuilder(List<PropertyRule> rules) {
        this.rules = rules.toArray(new PropertyRule[0]);
        this.tag = new ObjectPlan(ObjectSchema.TAG, null, this);
    }

    /** The rules; plans name them by their numbers here. */
    PropertyRule[] rules() {
        return rules.clone();
    }

    /** How standard tags are judged. */
    ObjectPlan tag() {
        return tag;
    }

    ObjectPlan resource(ResourceFacts facts) {
        ObjectPlan plan = resources.get(facts);
        if (plan == null) {
            boolean open = facts.open() || ResourceTypes.isCustom(facts.typeName());
            plan = first(resources, facts, new ObjectPlan(ObjectSchema.of(facts, open), facts, this));
        }
        return plan;
    }

    /** How an object in a place is judged; null if the facts do not know its type. */
    @Nullable
    ObjectPlan object(ValuePlan place, @Nullable ResourceFacts owner) {
        ObjectPlan plan = place.object;
        if (plan == null) {
            if (place.slot == ValuePlan.Slot.TAG) {
                plan = tag;
            } else if (place.type instanceof StructType struct && owner != null) {
                TypeFacts facts = owner.type(struct.name()).orElse(null);
                plan = facts == null ? null : type(facts, owner);
            }
            place.object = plan;
        }
        return plan;
    }

    private ObjectPlan type(TypeFacts facts, ResourceFacts owner) {
        ObjectPlan plan = types.get(facts);
        if (plan == null) {
            plan = first(types, facts, new ObjectPlan(ObjectSchema.of(facts, facts.open()), owner, this));
        }
        return plan;
    }

    /** What stands under a key already, or else what is put there now. */
    static <K, V> V first(ConcurrentMap<K, V> map, K key, V made) {
        V earlier = map.putIfAbsent(key, made);
        return earlier == null ? made : earlier;
    }

    int[] concerned(ObjectSchema schema) {
        int[] numbers = new int[rules.length];
        int size = 0;
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].concerns(schema)) {
                numbers[size++] = i;
            }
        }
        return Arrays.copyOf(numbers, size);
    }

    int[] judgingLiterals(int[] concerned) {
        int[] numbers = new int[concerned.length];
        int size = 0;
        for (int rule : concerned) {
            if (rules[rule].judgesLiterals()) {
                numbers[size++] = rule;
            }
        }
        return Arrays.copyOf(numbers, size);
    }

    int[] concerned(PropertyFacts property, ValueLimits limits) {
        int[] numbers = new int[rules.length];
        int size = 0;
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].concerns(property, limits)) {
                numbers[size++] = i;
            }
        }
        return Arrays.copyOf(numbers, size);
    }
}
