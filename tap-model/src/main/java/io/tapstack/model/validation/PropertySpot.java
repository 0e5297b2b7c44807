package io.tapstack.model.validation;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Resource;
import org.jspecify.annotations.Nullable;

/** Where the walk over properties is. Valid during the call in which a rule gets it; {@link #place()} makes something to keep. */
public final class PropertySpot {

    final PathStack path = new PathStack();

    @Nullable
    Guard guard;

    @Nullable
    PropertyFacts property;

    int missing;
    boolean conditional;

    private final TemplateContext context;
    private Element element;
    private @Nullable Resource resource;

    PropertySpot(TemplateContext context) {
        this.context = context;
        this.element = context.templateElement();
    }

    void start(Element newElement, Resource newResource) {
        element = newElement;
        resource = newResource;
        property = null;
        guard = newElement.guard();
        path.start(newElement.path());
    }

    /** The template. */
    public TemplateContext context() {
        return context;
    }

    /** The resource to which the value belongs, as an element. */
    public Element element() {
        return element;
    }

    /** The resource to which the value belongs. */
    public Resource resource() {
        if (resource == null) {
            throw new IllegalStateException("resource: the walk has not started");
        }
        return resource;
    }

    /** What is known of the property to which the value belongs; null for the properties of a resource as a whole. */
    public @Nullable PropertyFacts property() {
        return property;
    }

    /** For {@link PropertyRule#checkObject}: how many required members are not certainly there. */
    public int missing() {
        return missing;
    }

    /** For {@link PropertyRule#checkObject}: whether some members are there under conditions only, or differ between them. */
    public boolean isConditional() {
        return conditional;
    }

    /** When the value counts; null if always. */
    public @Nullable Guard guard() {
        return guard;
    }

    /** The place of the value. */
    public Place place() {
        return Place.of(element, path.path(), guard);
    }
}
