package io.tapstack.model.validation;

import io.tapstack.model.facts.ConstraintFacts;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the facts know of an object: the properties of a resource, a property type, or the standard tag. */
public final class ObjectSchema {

    private static final List<String> TAG_MEMBERS = List.of("Key", "Value");

    static final ObjectSchema TAG = new ObjectSchema("Tag", null, false, TAG_MEMBERS);

    private final String name;
    private final @Nullable Shape shape;
    private final boolean open;
    private final List<String> required;

    private ObjectSchema(String name, @Nullable Shape shape, boolean open, List<String> required) {
        this.name = name;
        this.shape = shape;
        this.open = open;
        this.required = required;
    }

    static ObjectSchema of(Shape shape, boolean open) {
        return new ObjectSchema(shape.name(), shape, open, names(shape.requiredProperties()));
    }

    private static List<String> names(List<PropertyFacts> properties) {
        List<String> names = new ArrayList<>(properties.size());
        for (PropertyFacts property : properties) {
            names.add(property.name());
        }
        return Collections.unmodifiableList(names);
    }

    /** The resource type's full name, or the property type's name. */
    public String name() {
        return name;
    }

    /** The names that the object may have, sorted. */
    public List<String> names() {
        return shape == null ? TAG_MEMBERS : names(shape.properties());
    }

    /** The names that it must have, sorted. */
    public List<String> required() {
        return required;
    }

    /** Whether it may have other names as well, as custom resources may. */
    public boolean isOpen() {
        return open;
    }

    /** What is known of one name; null if nothing is. */
    public @Nullable PropertyFacts property(String propertyName) {
        return shape == null ? null : shape.property(propertyName).orElse(null);
    }

    /** Which names exclude or demand each other. */
    public List<ConstraintFacts> constraints() {
        return shape == null ? List.of() : shape.constraints();
    }

    @Override
    public String toString() {
        return name;
    }
}
