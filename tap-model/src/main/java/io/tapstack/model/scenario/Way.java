package io.tapstack.model.scenario;

import io.tapstack.model.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the values that a value can turn out to be, when it is that, and which branches of {@code Fn::If} lead there. Immutable. */
public final class Way {

    private final @Nullable Value<?> value;
    private final @Nullable Guard guard;
    private final List<Integer> branches;

    Way(@Nullable Value<?> value, @Nullable Guard guard, List<Integer> branches) {
        this.value = value;
        this.guard = guard;
        this.branches = branches;
    }

    /**
     * The ways through the {@code Fn::If}s around a value as they are written, whether conditions can be so or not; parameters and
     * mappings are not looked into. Never cut short: where there are too many ways, one of them is an {@code Fn::If}.
     *
     * @param value null if there is none, which is one way
     * @param guard when the value counts; null if always
     */
    public static List<Way> written(@Nullable Value<?> value, @Nullable Guard guard) {
        return WayFinder.isPlain(value)
                ? List.of(new Way(value, guard, List.of()))
                : new WayFinder(null, null).find(value, guard);
    }

    /** What stands there; null if nothing does. */
    public @Nullable Value<?> value() {
        return value;
    }

    /** When it does; null if always. */
    public @Nullable Guard guard() {
        return guard;
    }

    /** For each {@code Fn::If} on the way, the outermost first, the position of the argument that was taken: 1 or 2. */
    public List<Integer> branches() {
        return branches;
    }

    @Override
    public String toString() {
        return value + (guard == null ? "" : " when " + guard);
    }
}
