package io.tapstack.patterns.rule;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.TemplateContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When something is so: in at least one of some ways, each with its guard. A rule that is satisfied by what stands elsewhere collects
 * when that is so, and asks whether it {@linkplain #covers covers} when it is needed. Immutable.
 */
public final class When {

    private static final int MOST = 1_000;
    private static final When NEVER = new When(Collections.emptyList());
    private static final When ALWAYS = new When(Collections.singletonList(null));

    private final List<@Nullable Guard> ways;

    private When(List<@Nullable Guard> ways) {
        this.ways = ways;
    }

    private static When of(Set<@Nullable Guard> ways) {
        if (ways.isEmpty()) {
            return NEVER;
        }
        return ways.contains(null) ? ALWAYS : new When(Collections.unmodifiableList(new ArrayList<>(ways)));
    }

    /** What is so under any conditions. */
    public static When always() {
        return ALWAYS;
    }

    /** What is never so. */
    public static When never() {
        return NEVER;
    }

    /** What is so whenever all of a guard is; always for null. */
    public static When of(@Nullable Guard guard) {
        return guard == null ? ALWAYS : new When(Collections.singletonList(guard));
    }

    /** When at least one of some nodes stands there. */
    public static When any(Collection<Node> nodes) {
        return any(nodes, node -> true);
    }

    /** When at least one of those nodes stands there that pass. */
    public static When any(Collection<Node> nodes, Predicate<Node> passes) {
        Set<@Nullable Guard> guards = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (passes.test(node)) {
                guards.add(node.guard());
            }
        }
        return of(guards);
    }

    /** When this or something else is so. */
    public When or(When other) {
        if (ways.isEmpty() || other.ways.isEmpty()) {
            return ways.isEmpty() ? other : this;
        }
        Set<@Nullable Guard> guards = new LinkedHashSet<>(ways);
        guards.addAll(other.ways);
        return of(guards);
    }

    /** When this and something else are so at once. Of more than a thousand ways the last are left out, as if they were never so. */
    public When and(When other) {
        if (this == ALWAYS || other == ALWAYS) {
            return this == ALWAYS ? other : this;
        }
        Set<@Nullable Guard> guards = new LinkedHashSet<>();
        for (Guard mine : ways) {
            for (Guard theirs : other.ways) {
                if (guards.size() < MOST) {
                    guards.add(mine == null || mine.equals(theirs) ? theirs : Guard.and(mine, theirs));
                }
            }
        }
        return of(guards);
    }

    /** Whether this is never so, whatever the conditions turn out to be. */
    public boolean isNever() {
        return ways.isEmpty();
    }

    /** Whether this is so, for sure, whenever all of a guard is. */
    public boolean covers(TemplateContext context, @Nullable Guard guard) {
        return context.scenarios().isCovered(guard, ways);
    }

    /**
     * When this is not so while all of a guard is, of which a finding may tell: one guard that holds both. The given guard where that
     * cannot be said. Asked if this does not {@linkplain #covers cover} the guard.
     */
    public @Nullable Guard gap(TemplateContext context, @Nullable Guard guard) {
        Optional<Guard> gap = context.scenarios().uncovered(guard, ways);
        return gap.isPresent() ? gap.get() : guard;
    }

    /** A place as it is when this is not so while it should be: where a rule says that something is missing. */
    public Place missing(TemplateContext context, Place place) {
        Guard needed = place.guard() == null ? place.element().guard() : place.guard();
        return Place.of(place.element(), place.path(), gap(context, needed));
    }

    /** Whether this can be so while all of a guard is. */
    public boolean meets(TemplateContext context, @Nullable Guard guard) {
        for (Guard way : and(of(guard)).ways) {
            if (canBe(context, way)) {
                return true;
            }
        }
        return false;
    }

    /** The guards under which this can be so while all of a guard is, both in one; null stands for always. */
    public List<@Nullable Guard> meeting(TemplateContext context, @Nullable Guard guard) {
        List<@Nullable Guard> met = new ArrayList<>();
        for (Guard way : and(of(guard)).ways) {
            if (canBe(context, way)) {
                met.add(way);
            }
        }
        return met;
    }

    private static boolean canBe(TemplateContext context, @Nullable Guard way) {
        return context.scenarios().satisfiable(way) != Satisfiability.IMPOSSIBLE;
    }

    @Override
    public String toString() {
        return ways.toString();
    }
}
