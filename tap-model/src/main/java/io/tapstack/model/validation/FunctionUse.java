package io.tapstack.model.validation;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.value.Intrinsic;
import org.jspecify.annotations.Nullable;

/** One function in a template, and where it stands. */
public final class FunctionUse {

    private final Intrinsic<?> function;
    private final Element element;
    private final TemplatePath path;
    private final @Nullable Guard guard;

    FunctionUse(Intrinsic<?> function, Element element, TemplatePath path, @Nullable Guard guard) {
        this.function = function;
        this.element = element;
        this.path = path;
        this.guard = guard;
    }

    /** The function. */
    public Intrinsic<?> function() {
        return function;
    }

    /** What it belongs to. */
    public Element element() {
        return element;
    }

    /** The path of what the function stands for; its argument is one step below, under the function's name. */
    public TemplatePath path() {
        return path;
    }

    /** Where it stands. */
    public Place place() {
        return Place.written(element, path, guard);
    }

    /** The place of the function's argument. */
    public Place argument() {
        return Place.written(element, path.member(function.functionName(), 0), guard);
    }

    /** The place of one of the function's arguments. */
    public Place argument(int index) {
        return argument().item(index);
    }

    @Override
    public String toString() {
        return function.functionName() + " at " + path;
    }
}
