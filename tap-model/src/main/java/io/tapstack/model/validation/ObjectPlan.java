package io.tapstack.model.validation;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ResourceFacts;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** How the members of one kind of object are judged. Shared between threads. */
final class ObjectPlan {

    final ObjectSchema schema;
    final @Nullable ResourceFacts owner;
    /** The rules that look at the object as a whole, by number. */
    final int[] rules;

    private static final int EXPECTED = 16;

    private final PlanBuilder builder;
    private final @Nullable Member[] expected = new Member[EXPECTED];
    private final ConcurrentMap<String, Member> members = new ConcurrentHashMap<>();

    ObjectPlan(ObjectSchema schema, @Nullable ResourceFacts owner, PlanBuilder builder) {
        this.schema = schema;
        this.owner = owner;
        this.builder = builder;
        this.rules = builder.concerned(schema);
        if (schema == ObjectSchema.TAG) {
            ValuePlan text = ValuePlan.text(builder);
            members.put("Key", new Member("Key", text));
            members.put("Value", new Member("Value", text));
        }
    }

    /**
     * How a member is judged; null if nothing is known of it. Objects of one kind mostly have the same members in the same order, so
     * the one that stood at this position last time is tried first. Whichever thread noted it: a note is immutable, and is looked at
     * before it counts.
     */
    @Nullable
    ValuePlan member(String name, int position) {
        Member guess = position < EXPECTED ? expected[position] : null;
        if (guess != null && guess.name.equals(name)) {
            return guess.plan;
        }
        Member member = find(name);
        if (member == null) {
            return null;
        }
        if (position < EXPECTED) {
            expected[position] = member;
        }
        return member.plan;
    }

    /** How a member is judged; null if nothing is known of it. */
    @Nullable
    ValuePlan member(String name) {
        Member member = find(name);
        return member == null ? null : member.plan;
    }

    private @Nullable Member find(String name) {
        Member known = members.get(name);
        if (known == null) {
            PropertyFacts property = schema.property(name);
            if (property != null) {
                known = PlanBuilder.first(members, name, new Member(name, new ValuePlan(property, builder)));
            }
        }
        return known;
    }

    /** A name and how what stands under it is judged. */
    private static final class Member {

        final String name;
        final ValuePlan plan;

        Member(String name, ValuePlan plan) {
            this.name = name;
            this.plan = plan;
        }
    }
}
