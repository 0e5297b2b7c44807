package io.tapstack.patterns.access;

import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/** A finding that a public checker reports about a resource and that an exception record answers. */
@Immutable(builder = false)
public abstract class CheckerFinding {

    CheckerFinding() {}

    static CheckerFinding of(Checker checker, String id) {
        return ImmutableCheckerFinding.of(checker, id);
    }

    /** Who reports it. */
    @Parameter
    public abstract Checker checker();

    /** What the checker calls it. */
    @Parameter
    public abstract String id();
}
