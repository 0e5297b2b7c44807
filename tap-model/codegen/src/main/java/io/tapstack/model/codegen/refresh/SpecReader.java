package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.Origin;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.facts.StructType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the database of {@code @aws-cdk/aws-service-spec}. */
final class SpecReader {

    private final JsonNode schema;
    private final Map<String, JsonNode> definitions = new HashMap<>();

    SpecReader(JsonNode database) {
        this.schema = database.path("schema");
        entities("typeDefinition")
                .forEach(entity -> definitions.put(entity.path("$id").asText(), entity));
    }

    /** All resource types, by name. */
    Map<String, ResourceModel> read() {
        Map<String, ResourceModel> resources = new TreeMap<>();
        for (JsonNode entity : entities("resource")) {
            ResourceModel resource = resource(entity);
            resources.put(resource.typeName, resource);
        }
        if (resources.isEmpty()) {
            throw new RefreshException("The specification has no resource types: its format has changed");
        }
        return resources;
    }

    private JsonNode entities(String table) {
        return schema.path(table).path("entities");
    }

    private ResourceModel resource(JsonNode entity) {
        ResourceModel resource =
                new ResourceModel(entity.path("cloudFormationType").asText(), Origin.SPEC);
        resource.stateful = entity.path("isStateful").asBoolean();
        resource.arnPattern = entity.path("arnTemplate").asText(null);
        resource.transform = entity.path("cloudFormationTransform").asText(null);
        resource.tagProperty =
                entity.path("tagInformation").path("tagPropertyName").asText(null);
        JsonNode reference =
                entity.has("cfnRefIdentifier") ? entity.get("cfnRefIdentifier") : entity.path("primaryIdentifier");
        reference.forEach(name -> resource.refReturns.add(name.asText()));
        properties(entity, resource.root);
        for (JsonNode use :
                schema.path("usesType").path("forward").path(entity.path("$id").asText())) {
            type(use.path("$id").asText(), resource);
        }
        entity.path("attributes")
                .properties()
                .forEach(entry -> resource.attributes.put(
                        entry.getKey(), type(entry.getValue().path("type"))));
        for (JsonNode path : entity.path("additionalReplacementProperties")) {
            replaced(resource, path);
        }
        return resource;
    }

    private void type(String id, ResourceModel resource) {
        JsonNode definition = definitions.get(id);
        if (definition == null) {
            throw new RefreshException(resource.typeName + " uses the unknown definition " + id);
        }
        ShapeModel shape = new ShapeModel(definition.path("name").asText());
        properties(definition, shape);
        if (resource.types.put(shape.name, shape) != null) {
            throw new RefreshException(resource.typeName + " has two types named " + shape.name);
        }
    }

    private void properties(JsonNode holder, ShapeModel shape) {
        holder.path("properties")
                .properties()
                .forEach(entry -> shape.properties.put(entry.getKey(), property(entry.getKey(), entry.getValue())));
    }

    private PropertyModel property(String name, JsonNode node) {
        PropertyModel property = new PropertyModel(name, type(node.path("type")));
        property.required = node.path("required").asBoolean();
        property.deprecated =
                node.has("deprecated") && !node.path("deprecated").asText().equals("NONE");
        property.replacement = replacement(node.path("causesReplacement").asText());
        for (JsonNode relation : node.path("relationshipRefs")) {
            property.relates.add(relation.path("cloudFormationType").asText() + "."
                    + relation.path("propertyName").asText().replace('/', '.'));
        }
        JsonNode type = node.path("type");
        enumeration(type, property.limits);
        enumeration(type.path("element"), property.itemLimits);
        return property;
    }

    private static void enumeration(JsonNode type, Limits limits) {
        List<String> values = new ArrayList<>();
        type.path("allowedValues").forEach(value -> values.add(value.asText()));
        if (!values.isEmpty()) {
            limits.addEnum(values);
        }
    }

    private static Replacement replacement(String text) {
        return switch (text) {
            case "yes" -> Replacement.ALWAYS;
            case "maybe" -> Replacement.MAYBE;
            default -> Replacement.NEVER;
        };
    }

    private PropertyType type(JsonNode type) {
        String kind = type.path("type").asText();
        switch (kind) {
            case "ref" -> {
                return new StructType(named(type.path("reference").path("$ref").asText()));
            }
            case "array" -> {
                return new ListType(type(type.path("element")));
            }
            case "map" -> {
                return new MapType(type(type.path("element")));
            }
            case "union" -> {
                List<PropertyType> alternatives = new ArrayList<>();
                type.path("types").forEach(alternative -> alternatives.add(type(alternative)));
                return TypeNames.union(alternatives);
            }
            case "date-time" -> {
                return PrimitiveType.TIMESTAMP;
            }
            default -> {
                return PropertyType.parse(kind);
            }
        }
    }

    private String named(String id) {
        JsonNode definition = definitions.get(id);
        if (definition == null) {
            throw new RefreshException("Unknown definition " + id + " in the specification");
        }
        return definition.path("name").asText();
    }

    private static void replaced(ResourceModel resource, JsonNode path) {
        ShapeModel shape = resource.root;
        PropertyModel property = null;
        for (JsonNode step : path) {
            if (step.asText().equals("*")) {
                continue;
            }
            property = shape == null ? null : shape.properties.get(step.asText());
            Set<String> names = property == null ? Set.of() : TypeNames.in(property.type);
            shape = names.isEmpty() ? null : resource.types.get(names.iterator().next());
        }
        if (property != null) {
            property.replacement = Replacement.ALWAYS;
        }
    }
}
