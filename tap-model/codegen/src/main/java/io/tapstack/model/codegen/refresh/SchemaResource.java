package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.facts.Lifecycle;
import io.tapstack.model.facts.Origin;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a registry schema says about a resource type as a whole: its attributes, identifiers, tags and life cycle. */
final class SchemaResource {

    private final ResourceModel resource;
    private final JsonNode schema;
    private final SchemaNodes nodes;
    private final SchemaPointers pointers;
    private final SchemaTyper typer;

    SchemaResource(ResourceModel resource, JsonNode schema, SchemaNodes nodes, SchemaTyper typer) {
        this.resource = resource;
        this.schema = schema;
        this.nodes = nodes;
        this.pointers = new SchemaPointers(nodes);
        this.typer = typer;
    }

    /** A new resource type, whose structure is the schema's. */
    static ResourceModel empty(String typeName) {
        return new ResourceModel(typeName, Origin.SCHEMA);
    }

    /** Gives a resource type that only the schema knows its structure. */
    void structure() {
        typer.fill(resource.root, schema);
        schema.path("primaryIdentifier")
                .forEach(pointer -> resource.refReturns.add(String.join(".", SchemaPointers.names(pointer.asText()))));
    }

    /** Takes tags, life cycle and the attributes that the resource doesn't have yet. */
    void complete(Differences differences) {
        String status = schema.path("lifecycle").path("status").asText("active");
        resource.lifecycle = Lifecycle.valueOf(status.toUpperCase(java.util.Locale.ROOT));
        JsonNode tagging = schema.path("tagging");
        if (resource.tagProperty == null && tagging.path("taggable").asBoolean(false)) {
            String property = String.join(
                    ".", SchemaPointers.names(tagging.path("tagProperty").asText("Tags")));
            resource.tagProperty = resource.root.properties.containsKey(property) ? property : null;
        }
        for (JsonNode pointer : schema.path("readOnlyProperties")) {
            if (!SchemaPointers.entersElements(pointer.asText())) {
                attribute(pointer.asText(), differences);
            }
        }
    }

    private void attribute(String pointer, Differences differences) {
        List<JsonNode> declared = pointers.follow(pointer);
        if (declared.isEmpty()) {
            return;
        }
        List<String> leaves = new ArrayList<>();
        List<PropertyType> types = new ArrayList<>();
        leaves(String.join(".", SchemaPointers.names(pointer)), declared.get(0), 0, leaves, types);
        for (int i = 0; i < leaves.size(); i++) {
            String name = leaves.get(i);
            if (!resource.attributes.containsKey(name)) {
                resource.attributes.put(name, types.get(i));
                if (resource.origin != Origin.SCHEMA) {
                    differences.add("attribute-only-in-schema", resource.typeName + " " + name + " " + types.get(i));
                }
            }
        }
    }

    /** An attribute that is a structure is reached by the names of its members, as {@code Endpoint.Address}. */
    private void leaves(String name, JsonNode declared, int depth, List<String> leaves, List<PropertyType> types) {
        Set<String> members = nodes.propertyNames(declared);
        if (resource.attributes.containsKey(name)) {
            return;
        }
        if (members.isEmpty() || depth > 3) {
            leaves.add(name);
            types.add(simple(declared));
            return;
        }
        for (String member : members) {
            leaves(name + "." + member, nodes.property(declared, member).get(0), depth + 1, leaves, types);
        }
    }

    private PropertyType simple(JsonNode declared) {
        Set<String> kinds = nodes.kinds(declared);
        if (kinds.size() != 1) {
            return PrimitiveType.JSON;
        }
        String kind = kinds.iterator().next();
        if (kind.equals("array")) {
            List<JsonNode> elements = nodes.elements(declared);
            boolean strings =
                    !elements.isEmpty() && nodes.kinds(elements.get(0)).equals(Set.of("string"));
            return PropertyType.parse(strings ? "list(string)" : "list(json)");
        }
        return kind.equals("object") ? PrimitiveType.JSON : PropertyType.parse(kind);
    }
}
