package io.tapstack.model.facts;

import java.util.List;
import java.util.Optional;

/** A property type: a structure that properties of one resource type use. Its name is unique within that resource type. */
public final class TypeFacts implements Shape {

    private final String name;
    private final ShapeMembers members;

    TypeFacts(String name, ShapeMembers members) {
        this.name = name;
        this.members = members;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<PropertyFacts> properties() {
        return members.properties();
    }

    @Override
    public Optional<PropertyFacts> property(String propertyName) {
        return members.property(propertyName);
    }

    @Override
    public List<PropertyFacts> requiredProperties() {
        return members.required();
    }

    @Override
    public boolean open() {
        return members.open();
    }

    @Override
    public List<ConstraintFacts> constraints() {
        return members.constraints();
    }

    @Override
    public String toString() {
        return name;
    }
}
