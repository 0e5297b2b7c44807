package io.tapstack.model.validation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A spot in a template: the element it belongs to, the path to it, and when it counts. */
public final class Place {

    private final Element element;
    private final TemplatePath path;
    private final @Nullable Guard guard;

    private Place(Element element, TemplatePath path, @Nullable Guard guard) {
        this.element = Objects.requireNonNull(element, "element");
        this.path = Objects.requireNonNull(path, "path");
        this.guard = guard;
    }

    /** A place that always counts. */
    public static Place of(Element element, TemplatePath path) {
        return new Place(element, path, null);
    }

    /** A place that counts under conditions. */
    public static Place of(Element element, TemplatePath path, @Nullable Guard guard) {
        return new Place(element, path, guard);
    }

    /** The resource, parameter, output, … that holds the place. */
    public Element element() {
        return element;
    }

    /** The way to it. */
    public TemplatePath path() {
        return path;
    }

    /** When it counts; null if always. */
    public @Nullable Guard guard() {
        return guard;
    }

    /** A place below this one. */
    public Place member(String name) {
        return new Place(element, path.member(name), guard);
    }

    /** A place below this one. */
    public Place item(int index) {
        return new Place(element, path.item(index), guard);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
