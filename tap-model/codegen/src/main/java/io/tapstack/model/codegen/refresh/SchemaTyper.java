package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.StructType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Derives types from a schema, and adds the property types they need to a resource. */
final class SchemaTyper {

    private final SchemaNodes nodes;
    private final ResourceModel resource;
    private final SettableProperties settable;
    private final IdentityHashMap<JsonNode, String> named = new IdentityHashMap<>();

    SchemaTyper(SchemaNodes nodes, ResourceModel resource, SettableProperties settable) {
        this.nodes = nodes;
        this.resource = resource;
        this.settable = settable;
    }

    /** Declares a property as the given shape's schema does. */
    PropertyModel property(JsonNode shape, String name) {
        List<PropertyType> types = new ArrayList<>();
        nodes.property(shape, name).forEach(declared -> types.add(type(declared, name)));
        PropertyModel property = new PropertyModel(name, types.isEmpty() ? PrimitiveType.JSON : TypeNames.union(types));
        property.required = required(shape).contains(name);
        return property;
    }

    /** The properties that a shape's schema demands always: itself, or in each of several alternatives. */
    Set<String> required(JsonNode shape) {
        Set<String> names = new TreeSet<>();
        nodes.conjuncts(shape).forEach(part -> part.path("required").forEach(name -> names.add(name.asText())));
        for (List<JsonNode> branches : nodes.alternatives(shape)) {
            Set<String> always = null;
            for (JsonNode branch : branches) {
                Set<String> kinds = nodes.kinds(branch);
                if (!kinds.isEmpty() && !kinds.contains("object")) {
                    continue;
                }
                Set<String> here = new TreeSet<>();
                nodes.conjuncts(branch).forEach(part -> part.path("required").forEach(name -> here.add(name.asText())));
                if (always == null) {
                    always = here;
                } else {
                    always.retainAll(here);
                }
            }
            names.addAll(always == null ? Set.of() : always);
        }
        return names;
    }

    /** The type of a value; a structure that has no name of its own gets one made of the hint. */
    PropertyType type(JsonNode node, String hint) {
        List<PropertyType> alternatives = new ArrayList<>();
        Set<String> kinds = nodes.kinds(node);
        if (kinds.isEmpty() && !nodes.propertyNames(node).isEmpty()) {
            kinds = Set.of("object");
        }
        for (String kind : kinds) {
            alternatives.add(type(kind, node, hint));
        }
        return alternatives.isEmpty() ? PrimitiveType.JSON : TypeNames.union(alternatives);
    }

    private PropertyType type(String kind, JsonNode node, String hint) {
        return switch (kind) {
            case "string", "integer", "number", "boolean" -> PropertyType.parse(kind);
            case "array" -> new ListType(element(node, hint));
            case "object" -> object(node, hint);
            default -> throw new RefreshException("Unknown JSON type " + kind + " in " + resource.typeName);
        };
    }

    private PropertyType element(JsonNode node, String hint) {
        List<PropertyType> types = new ArrayList<>();
        nodes.elements(node).forEach(element -> types.add(type(element, nameOf(node, hint))));
        return types.isEmpty() ? PrimitiveType.JSON : TypeNames.union(types);
    }

    private PropertyType object(JsonNode node, String hint) {
        Set<String> properties = nodes.propertyNames(node);
        List<JsonNode> structures = nodes.leaves(List.of(node));
        structures.removeIf(leaf -> nodes.propertyNames(leaf).isEmpty());
        if (structures.size() == 1 && !nodes.declares(node)) {
            return object(structures.get(0), hint);
        }
        if (!properties.isEmpty()) {
            return isTag(node, hint, properties) ? PrimitiveType.TAG : new StructType(structure(node, hint));
        }
        return nodes.elements(node).isEmpty() ? PrimitiveType.JSON : new MapType(element(node, hint));
    }

    private boolean isTag(JsonNode node, String hint, Set<String> properties) {
        String name = nameOf(node, hint);
        return properties.equals(Set.of("Key", "Value")) && (name.endsWith("Tag") || name.endsWith("Tags"));
    }

    private String structure(JsonNode node, String hint) {
        List<JsonNode> conjuncts = nodes.conjuncts(node);
        JsonNode definition = node.has("$ref") ? conjuncts.get(1) : node;
        String known = named.get(definition);
        if (known != null) {
            return known;
        }
        String name = free(nameOf(node, hint), node);
        named.put(definition, name);
        if (!resource.types.containsKey(name)) {
            ShapeModel shape = new ShapeModel(name);
            resource.types.put(name, shape);
            fill(shape, node);
        }
        return name;
    }

    /** Gives a shape all properties that its schema declares and that can be set. */
    void fill(ShapeModel shape, JsonNode node) {
        for (String property : nodes.propertyNames(node)) {
            if (settable.contains(node, property)) {
                shape.properties.put(property, property(node, property));
            }
        }
    }

    /** The name, or if a different structure has it already, the name with a number. */
    private String free(String name, JsonNode node) {
        String candidate = name;
        for (int i = 2; resource.types.containsKey(candidate) && !same(candidate, node); i++) {
            candidate = name + i;
        }
        return candidate;
    }

    private boolean same(String name, JsonNode node) {
        return !named.containsValue(name)
                && resource.type(name).properties.keySet().equals(nodes.propertyNames(node));
    }

    private String nameOf(JsonNode node, String hint) {
        String reference = node.path("$ref").asText(hint);
        for (JsonNode part : node.path("allOf")) {
            reference = node.has("$ref") ? reference : part.path("$ref").asText(reference);
        }
        String last = reference
                .substring(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('.')) + 1)
                .replaceAll("[^A-Za-z0-9]", "");
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
