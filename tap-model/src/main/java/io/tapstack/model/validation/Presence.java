package io.tapstack.model.validation;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way in which the conditions may turn out, and which members of an object are there then. */
public final class Presence {

    private static final int MOST_WAYS = 64;

    private final PropertyBag members;
    private final @Nullable Guard guard;

    private Presence(PropertyBag members, @Nullable Guard guard) {
        this.members = members;
        this.guard = guard;
    }

    /** Whether a member is certainly there or certainly not, so that no condition need be asked. */
    public static boolean isCertain(@Nullable Value<?> member) {
        return !(member instanceof If);
    }

    /** Whether a member whose presence is {@linkplain #isCertain certain} is there. */
    public static boolean isThere(@Nullable Value<?> member) {
        return member != null && !Arguments.isNoValue(member);
    }

    /** The one way in which members are there if no condition decides on them. */
    public static Presence certain(PropertyBag members) {
        return new Presence(members, null);
    }

    /**
     * All ways in which the conditions that decide on these members can turn out. None at all if there are too many; then the sink
     * hears that nothing could be judged.
     */
    public static List<Presence> ways(PropertySpot spot, PropertyBag members, List<String> names, FindingSink sink) {
        List<String> conditions = new ArrayList<>();
        for (String name : names) {
            Value<?> member = members.find(name);
            if (member != null) {
                collect(member, conditions, 0);
            }
        }
        List<Presence> ways = new ArrayList<>(2);
        if (conditions.isEmpty()) {
            ways.add(new Presence(members, spot.guard()));
            return ways;
        }
        List<Guard> guards = spot.context()
                .scenarios()
                .combinations(spot.guard(), conditions, MOST_WAYS)
                .orElse(null);
        if (guards == null) {
            sink.unjudged(
                    spot.place(),
                    conditions.size() + " conditions decide whether " + String.join(", ", names)
                            + " are there, in too many ways to try.");
        } else {
            for (Guard guard : guards) {
                ways.add(new Presence(members, guard));
            }
        }
        return ways;
    }

    private static void collect(Value<?> value, List<String> conditions, int depth) {
        if (value instanceof If<?> choice && depth < PathStack.MAXIMUM_DEPTH) {
            String condition = choice.condition().name();
            if (!conditions.contains(condition)) {
                conditions.add(condition);
            }
            collect(choice.whenTrue(), conditions, depth + 1);
            collect(choice.whenFalse(), conditions, depth + 1);
        }
    }

    /** Whether a member is there in this way. */
    public boolean has(String name) {
        return isThere(chosen(name));
    }

    /** Whether a member is there in this way and is no empty list, which excludes nothing. */
    public boolean hasContent(String name) {
        Value<?> member = chosen(name);
        return isThere(member)
                && !(member instanceof ListValue<?> list && list.items().isEmpty());
    }

    private @Nullable Value<?> chosen(String name) {
        Value<?> member = members.find(name);
        for (int depth = 0; member instanceof If<?> choice && depth < PathStack.MAXIMUM_DEPTH; depth++) {
            boolean holds = Guard.demands(guard, choice.condition().name());
            member = holds ? choice.whenTrue() : choice.whenFalse();
        }
        return member;
    }

    /** Under which conditions this is the way. */
    public @Nullable Guard guard() {
        return guard;
    }
}
