package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.facts.Lifecycle;
import io.tapstack.model.facts.Origin;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Merges the two sources of resource types: structure of the first, limits and additions of the second. */
final class Merger {

    private static final Set<String> USUAL_TAGS = Set.of("list(tag)", "map(string)");

    private final SchemaCatalog schemas;
    private final Differences differences;

    Merger(SchemaCatalog schemas, Differences differences) {
        this.schemas = schemas;
        this.differences = differences;
    }

    /** All resource types of both, by name. */
    Map<String, ResourceModel> merge(Map<String, ResourceModel> spec) {
        Map<String, ResourceModel> merged = new TreeMap<>(spec);
        for (String typeName : schemas.types()) {
            if (merged.putIfAbsent(typeName, SchemaResource.empty(typeName)) == null) {
                differences.add("type-only-in-schema", typeName);
            }
        }
        schemas.otherRegionsOnly().forEach(typeName -> {
            if (!spec.containsKey(typeName)) {
                differences.add("type-left-out-because-only-in-other-regions", typeName);
            }
        });
        merged.replaceAll(
                (typeName, resource) -> schemas.has(typeName) ? ServerlessTypes.restructured(resource) : resource);
        merged.values().forEach(this::merge);
        return merged;
    }

    private void merge(ResourceModel resource) {
        if (schemas.has(resource.typeName)) {
            overlay(resource, schemas.schema(resource.typeName));
        } else {
            differences.add("type-only-in-spec", resource.typeName);
            resource.retired = true;
        }
        resource.retired |= resource.lifecycle == Lifecycle.SHUTDOWN;
        tags(resource);
    }

    /** Some types take the usual tags though neither source says so. */
    private void tags(ResourceModel resource) {
        PropertyModel tags = resource.root.properties.get("Tags");
        if (resource.tagProperty == null && tags != null && USUAL_TAGS.contains(tags.type.toString())) {
            resource.tagProperty = tags.name;
            differences.add("tags-by-name", resource.typeName);
        }
    }

    void overlay(ResourceModel resource, JsonNode schema) {
        SchemaNodes nodes = new SchemaNodes(schema);
        SettableProperties settable = new SettableProperties(nodes);
        SchemaTyper typer = new SchemaTyper(nodes, resource, settable);
        SchemaResource whole = new SchemaResource(resource, schema, nodes, typer);
        if (resource.origin == Origin.SCHEMA) {
            whole.structure();
        } else {
            resource.origin = Origin.BOTH;
        }
        new SchemaOverlay(resource, nodes, typer, settable, differences).apply();
        whole.complete(differences);
    }
}
