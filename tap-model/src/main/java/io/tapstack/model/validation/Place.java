package io.tapstack.model.validation;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Way;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A spot in a template: the element it belongs to, the path to it, and when it counts. */
public final class Place {

    private final Element element;
    private final TemplatePath path;
    private final @Nullable Guard guard;
    private final boolean written;

    private Place(Element element, TemplatePath path, @Nullable Guard guard, boolean written) {
        this.element = Objects.requireNonNull(element, "element");
        this.path = Objects.requireNonNull(path, "path");
        this.guard = guard;
        this.written = written;
    }

    /** A place that always counts. */
    public static Place of(Element element, TemplatePath path) {
        return new Place(element, path, null, false);
    }

    /** A place that counts under conditions. A finding there holds under them only, and says so. */
    public static Place of(Element element, TemplatePath path, @Nullable Guard guard) {
        return new Place(element, path, guard, false);
    }

    /** A place that counts under conditions, and is judged as it is written: CloudFormation looks at it before it knows of any choice. */
    static Place written(Element element, TemplatePath path, @Nullable Guard guard) {
        return new Place(element, path, guard, true);
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
        return new Place(element, path.member(name), guard, written);
    }

    /** A place below this one. */
    public Place item(int index) {
        return new Place(element, path.item(index), guard, written);
    }

    /** The place at the end of a way through the value that stands here, counting when that way is taken. */
    public Place along(Way way) {
        TemplatePath end = path;
        for (int branch : way.branches()) {
            end = end.member("Fn::If").item(branch);
        }
        return new Place(element, end, way.guard(), written);
    }

    /** Whether what is found here is so as the template is written, whatever the conditions turn out to be. */
    boolean isWritten() {
        return written;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
