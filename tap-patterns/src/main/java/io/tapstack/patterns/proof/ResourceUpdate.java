package io.tapstack.patterns.proof;

import io.tapstack.model.template.Resource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an update of a stack does to one resource, and why. Immutable. */
public final class ResourceUpdate {

    private final @Nullable Resource before;
    private final @Nullable Resource after;
    private final List<Effect> effects;
    private final Keeping.Verdict verdict;
    private final List<String> notes;

    ResourceUpdate(
            @Nullable Resource before,
            @Nullable Resource after,
            List<Effect> effects,
            Keeping.Verdict verdict,
            List<String> notes) {
        this.before = before;
        this.after = after;
        this.effects = Collections.unmodifiableList(effects);
        this.verdict = verdict;
        this.notes = Collections.unmodifiableList(notes);
    }

    /** The resource in the first template; empty if it is not there. */
    public Optional<Resource> before() {
        return Optional.ofNullable(before);
    }

    /** The resource in the second template; empty if it is not there. */
    public Optional<Resource> after() {
        return Optional.ofNullable(after);
    }

    /** The resource in the second template, or in the first if it is not there any more. */
    public Resource resource() {
        return before().filter(old -> after == null).or(this::after).orElseThrow();
    }

    /** The worst that becomes of it. */
    public Fate fate() {
        Fate worst = Fate.UNTOUCHED;
        for (Effect effect : effects) {
            worst = effect.fate().compareTo(worst) > 0 ? effect.fate() : worst;
        }
        return worst;
    }

    /** Whether that surely becomes of it; else it may, depending on parameters or on what only AWS knows. */
    public boolean certain() {
        Fate worst = fate();
        return effects.stream().anyMatch(effect -> effect.fate() == worst && effect.certain());
    }

    /** All that becomes of it, a difference each: at least one. */
    public List<Effect> effects() {
        return effects;
    }

    /** Whether data is lost that it holds. */
    public DataLoss dataLoss() {
        return verdict.loss();
    }

    /** Why data is lost, or why it is not although the resource goes; empty if there is no data, or nothing that threatens it. */
    public String dataLossReason() {
        return verdict.reason();
    }

    /** What else to know before the update is made, such as that CloudFormation will not be able to make it. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public String toString() {
        return resource() + ": " + fate() + (certain() ? "" : "?");
    }
}
