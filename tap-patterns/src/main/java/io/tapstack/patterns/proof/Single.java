package io.tapstack.patterns.proof;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resources that stand in one of two templates only, or in both with different types. */
final class Single {

    private static final Keeping.Verdict NOTHING = new Keeping.Verdict(DataLoss.NONE, "");
    private static final String MADE = "unless CloudFormation makes it of something else";

    private final Lifetimes lifetimes;
    private final boolean madeBefore;
    private final boolean madeAfter;

    /**
     * For two templates.
     *
     * @param madeBefore whether CloudFormation makes resources of the first that do not stand in it
     * @param madeAfter the same of the second
     */
    Single(Lifetimes lifetimes, boolean madeBefore, boolean madeAfter) {
        this.lifetimes = lifetimes;
        this.madeBefore = madeBefore;
        this.madeAfter = madeAfter;
    }

    ResourceUpdate added(Resource after) {
        Effect added = effect(Fate.ADDED, lifetimes.whenNew(after), madeBefore);
        return new ResourceUpdate(null, after, List.of(added), NOTHING, List.of());
    }

    ResourceUpdate removed(Resource before) {
        Effect removed = effect(Fate.REMOVED, lifetimes.whenOld(before), madeAfter);
        Keeping.Verdict verdict = ResourceDraft.limited(Keeping.whenRemoved(before), removed.certain());
        return new ResourceUpdate(before, null, List.of(removed), verdict, List.of());
    }

    private static Effect effect(Fate fate, String when, boolean made) {
        String reason = when.strip();
        String doubt = reason.isEmpty() ? MADE : ", " + MADE;
        return Effect.of(fate, when.isEmpty() && !made, "", made ? reason + doubt : reason);
    }

    /**
     * A resource whose type another takes: refused where both are there, unless what CloudFormation makes of them has one type. Empty if
     * neither can be there.
     */
    Optional<ResourceUpdate> ofAnotherType(Resource before, Resource after) {
        List<Effect> effects = new ArrayList<>();
        Keeping.Verdict verdict = NOTHING;
        for (Effect effect : lifetimes.compare(before, after)) {
            if (effect.fate() != Fate.UNTOUCHED) {
                effects.add(effect);
            }
            if (effect.fate() == Fate.REMOVED) {
                verdict = ResourceDraft.limited(Keeping.whenRemoved(before), effect.certain());
            }
        }
        if (lifetimes.meet(before, after)) {
            String change =
                    before.resourceType() + " cannot become " + after.resourceType() + " under the same logical id";
            boolean always = lifetimes.whenOld(before).isEmpty()
                    && lifetimes.whenNew(after).isEmpty();
            if (isPlain(before) && isPlain(after)) {
                effects.add(Effect.of(Fate.REFUSED, always, "Type", change));
            } else {
                effects.add(Effect.of(Fate.REPLACED, false, "Type", "if CloudFormation makes another type of it"));
                verdict =
                        ResourceDraft.worse(verdict, ResourceDraft.limited(Keeping.whenReplaced(before, after), false));
            }
        }
        return effects.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourceUpdate(before, after, effects, verdict, List.of()));
    }

    private static boolean isPlain(Resource resource) {
        return CloudFormationFacts.bundled().knows(resource.resourceType()) && !Surroundings.isExpanded(resource);
    }
}
