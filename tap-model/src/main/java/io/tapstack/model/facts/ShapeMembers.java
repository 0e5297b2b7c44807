package io.tapstack.model.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members that every shape has, indexed. */
final class ShapeMembers {

    private final List<PropertyFacts> properties;
    private final Map<String, PropertyFacts> byName;
    private final List<PropertyFacts> required;
    private final List<ConstraintFacts> constraints;
    private final boolean open;

    ShapeMembers(List<PropertyFacts> properties, List<ConstraintFacts> constraints, boolean open) {
        this.open = open;
        this.properties = Collections.unmodifiableList(properties);
        this.constraints = Collections.unmodifiableList(constraints);
        this.byName = new HashMap<>(properties.size() * 4 / 3 + 1);
        List<PropertyFacts> needed = new ArrayList<>();
        for (PropertyFacts property : properties) {
            byName.put(property.name(), property);
            if (property.required()) {
                needed.add(property);
            }
        }
        this.required = Collections.unmodifiableList(needed);
    }

    List<PropertyFacts> properties() {
        return properties;
    }

    Optional<PropertyFacts> property(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<PropertyFacts> required() {
        return required;
    }

    boolean open() {
        return open;
    }

    List<ConstraintFacts> constraints() {
        return constraints;
    }
}
