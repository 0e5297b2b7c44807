package io.tapstack.model.facts;

import java.util.List;
import java.util.Optional;

/** Something with properties: a resource type or one of its property types. */
public sealed interface Shape permits ResourceFacts, TypeFacts {

    /** The resource type's full name, or the property type's name. */
    String name();

    /** The properties, sorted by name. */
    List<PropertyFacts> properties();

    /** The property of that exact name; constant time. */
    Optional<PropertyFacts> property(String name);

    /** The properties that must be present, sorted by name; computed once. */
    List<PropertyFacts> requiredProperties();

    /** True if the source allows properties beyond those it names, as for custom resources. */
    boolean open();

    /** The rules about properties that stand together, in a fixed order. */
    List<ConstraintFacts> constraints();
}
