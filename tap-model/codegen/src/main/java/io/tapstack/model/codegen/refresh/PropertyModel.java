package io.tapstack.model.codegen.refresh;

import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.Replacement;
import java.util.Set;
import java.util.TreeSet;

/** A property while sources are merged. */
final class PropertyModel {

    final String name;
    PropertyType type;
    boolean required;
    Replacement replacement = Replacement.NEVER;
    boolean writeOnly;
    boolean deprecated;
    boolean unique;
    final Limits limits = new Limits();
    final Limits itemLimits = new Limits();
    final Set<String> relates = new TreeSet<>();

    PropertyModel(String name, PropertyType type) {
        this.name = name;
        this.type = type;
    }
}
