package io.tapstack.model.validation;

import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/** A finding together with the suppression that accepts it. */
@Immutable
public abstract class SuppressedFinding {

    SuppressedFinding() {}

    static SuppressedFinding of(Finding finding, Suppression suppression) {
        return ImmutableSuppressedFinding.of(finding, suppression);
    }

    /** What was found. */
    @Parameter
    public abstract Finding finding();

    /** Who accepts it, and why. */
    @Parameter
    public abstract Suppression suppression();
}
