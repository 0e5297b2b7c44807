package io.tapstack.model.value;

/**
 * The value of a parameter, or what a resource is commonly called by: its name, id or ARN, as its type defines.
 *
 * @param <T> what the parameter or resource gives
 */
public final class Ref<T> extends Intrinsic<T> {

    private final String target;

    Ref(String target) {
        super("Ref", Literal.of(target));
        this.target = target;
    }

    /** A reference to a parameter or resource of the same template. */
    public static <T> Ref<T> to(LogicalId target) {
        return new Ref<>(target.name());
    }

    /** The logical id, or the name of a {@link PseudoParameter}. */
    public String target() {
        return target;
    }
}
