package io.tapstack.patterns.proof;

import io.tapstack.model.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One difference between two templates, and what it does to a resource. Immutable. */
public final class Effect {

    private final Fate fate;
    private final boolean certain;
    private final String path;
    private final @Nullable Value<?> before;
    private final @Nullable Value<?> after;
    private final boolean secret;
    private final String reason;

    private Effect(
            Fate fate,
            boolean certain,
            String path,
            @Nullable Value<?> before,
            @Nullable Value<?> after,
            boolean secret,
            String reason) {
        this.fate = fate;
        this.certain = certain;
        this.path = path;
        this.before = before;
        this.after = after;
        this.secret = secret;
        this.reason = reason;
    }

    /** Of what is no difference between two values. */
    static Effect of(Fate fate, boolean certain, String path, String reason) {
        return new Effect(fate, certain, path, null, null, false, reason);
    }

    /** Of two values, one of which may be missing. */
    static Effect between(Fate fate, boolean certain, Difference difference, String reason) {
        return new Effect(
                fate, certain, difference.path(), difference.before(), difference.after(), difference.secret(), reason);
    }

    /** What it does. */
    public Fate fate() {
        return fate;
    }

    /** Whether it does so in any case; else it may, depending on parameters or on what only AWS knows. */
    public boolean certain() {
        return certain;
    }

    /** Where the difference is, below the resource, as a JSON pointer without its first slash; empty for the resource as a whole. */
    public String path() {
        return path;
    }

    /** What stood there; empty if nothing did, or if what stands there has not changed and yet means something else. */
    public Optional<Value<?>> before() {
        return Optional.ofNullable(before);
    }

    /** What stands there now; empty if nothing does, or if what stands there has not changed and yet means something else. */
    public Optional<Value<?>> after() {
        return Optional.ofNullable(after);
    }

    /** Whether the values are secret, such as passwords, so that nobody should show them. */
    public boolean secret() {
        return secret;
    }

    /** Why, as words that may follow the values; empty if the values say it all. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return fate + (certain ? "" : "?") + " " + path + (reason.isEmpty() ? "" : " (" + reason + ")");
    }
}
