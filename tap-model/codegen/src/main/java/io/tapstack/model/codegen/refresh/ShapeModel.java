package io.tapstack.model.codegen.refresh;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A resource's own properties, or a property type, while sources are merged. */
final class ShapeModel {

    final String name;
    final Map<String, PropertyModel> properties = new TreeMap<>();
    final TreeSet<String> constraints = new TreeSet<>();

    ShapeModel(String name) {
        this.name = name;
    }
}
