package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.StructType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that cfn-lint keeps apart from the schemas because they differ between regions, instance types for example. A
 * rule of it names the file and the places where the values apply; here they become one list, the union.
 */
final class RegionalEnums {

    private static final Pattern MODULE = Pattern.compile("cfnlint\\.data\\.schemas\\.extensions\\.(\\w+),");
    private static final Pattern FILE = Pattern.compile("\"(\\w+_enum\\.json)\"");
    private static final Pattern PLACE = Pattern.compile("\"Resources/([\\w:]+)/Properties(/[\\w/*]+)?\"");

    private final SourceArchive wheel;
    private final Differences differences;

    RegionalEnums(SourceArchive wheel, Differences differences) {
        this.wheel = wheel;
        this.differences = differences;
    }

    void apply(Map<String, ResourceModel> resources) {
        for (String file : wheel.files("cfnlint/rules/resources/")) {
            if (file.endsWith("Enum.py")) {
                rule(wheel.text(file), resources);
            }
        }
    }

    private void rule(String source, Map<String, ResourceModel> resources) {
        Matcher module = MODULE.matcher(source);
        Matcher file = FILE.matcher(source);
        if (!module.find() || !file.find()) {
            return;
        }
        JsonNode extension = wheel.json("cfnlint/data/schemas/extensions/" + module.group(1) + "/" + file.group(1));
        Matcher place = PLACE.matcher(source);
        while (place.find()) {
            ResourceModel resource = resources.get(place.group(1));
            List<String> path = place.group(2) == null ? List.of() : SchemaPointers.names(place.group(2));
            if (resource != null) {
                collect(extension, path, resource);
            }
        }
    }

    /** Goes through regions, alternatives and consequences of conditions, but not into the conditions themselves. */
    private void collect(JsonNode node, List<String> path, ResourceModel resource) {
        if (node.path("enum").isArray()) {
            add(node.get("enum"), path, resource);
        }
        node.properties().forEach(entry -> {
            String key = entry.getKey();
            if (key.equals("properties")) {
                entry.getValue().properties().forEach(property -> {
                    List<String> deeper = new ArrayList<>(path);
                    deeper.add(property.getKey());
                    collect(property.getValue(), deeper, resource);
                });
            } else if (!key.equals("if") && !key.equals("enum")) {
                collect(entry.getValue(), path, resource);
            }
        });
        if (node.isArray()) {
            node.forEach(part -> collect(part, path, resource));
        }
    }

    private void add(JsonNode values, List<String> path, ResourceModel resource) {
        TreeSet<String> texts = new TreeSet<>();
        values.forEach(value -> texts.add(value.asText()));
        PropertyModel property = find(path, resource);
        if (property == null) {
            differences.add("enum-without-property", resource.typeName + " " + String.join(".", path));
            return;
        }
        Limits limits = property.type instanceof ListType ? property.itemLimits : property.limits;
        limits.regional = true;
        limits.addEnum(texts);
    }

    private static @Nullable PropertyModel find(List<String> path, ResourceModel resource) {
        ShapeModel shape = resource.root;
        PropertyModel property = null;
        for (String name : path) {
            property = shape == null ? null : shape.properties.get(name);
            if (property == null) {
                return null;
            }
            PropertyType type = property.type;
            while (type instanceof ListType || type instanceof MapType) {
                type = type instanceof ListType ? ((ListType) type).element() : ((MapType) type).element();
            }
            shape = type instanceof StructType ? resource.type(((StructType) type).name()) : null;
        }
        return property;
    }
}
