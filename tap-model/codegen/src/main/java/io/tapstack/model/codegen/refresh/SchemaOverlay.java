package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.Origin;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.UnionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lays a schema over a resource's structure: walks both side by side, adds limits, flags and rules to what is there, adds
 * properties that are missing, and reports where they disagree. A structure that the schema declares in several places gets
 * the looser limits of them.
 */
final class SchemaOverlay {

    private final ResourceModel resource;
    private final SchemaNodes nodes;
    private final SchemaTyper typer;
    private final SchemaLimits limits;
    private final Differences differences;
    private final SettableProperties settable;
    private final Set<JsonNode> writeOnly;
    private final Set<JsonNode> deprecated;
    private final Set<JsonNode> replacing;
    private final Set<JsonNode> maybeReplacing;
    private final IdentityHashMap<ShapeModel, Set<JsonNode>> visited = new IdentityHashMap<>();
    private final Map<PropertyModel, PropertyFindings> findings = new LinkedHashMap<>();
    private final IdentityHashMap<ShapeModel, Set<String>> rules = new IdentityHashMap<>();

    SchemaOverlay(
            ResourceModel resource,
            SchemaNodes nodes,
            SchemaTyper typer,
            SettableProperties settable,
            Differences differences) {
        SchemaPointers pointers = new SchemaPointers(nodes);
        this.resource = resource;
        this.nodes = nodes;
        this.typer = typer;
        this.limits = new SchemaLimits(nodes);
        this.differences = differences;
        this.settable = settable;
        this.writeOnly = pointers.marked("writeOnlyProperties");
        this.deprecated = pointers.marked("deprecatedProperties");
        this.replacing = pointers.marked("createOnlyProperties");
        this.maybeReplacing = pointers.marked("conditionalCreateOnlyProperties");
    }

    void apply() {
        shape(resource.root, nodes.root());
        findings.forEach((property, finding) -> finding.applyTo(property, resource.typeName, differences));
        rules.forEach((shape, found) -> shape.constraints.addAll(found));
    }

    private void shape(ShapeModel shape, JsonNode node) {
        if (!visited.computeIfAbsent(shape, s -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(canonical(node))) {
            return;
        }
        Set<String> required = typer.required(node);
        additions(shape, node);
        for (PropertyModel property : new ArrayList<>(shape.properties.values())) {
            List<JsonNode> declared = nodes.property(node, property.name);
            if (declared.isEmpty()) {
                differ("property-only-in-spec", shape, property.name);
            } else {
                property(shape, property, node, declared, required.contains(property.name));
            }
        }
        Set<String> found = new SchemaGroups(nodes).of(node, shape.properties.keySet());
        rules.merge(shape, new TreeSet<>(found), (known, now) -> {
            known.retainAll(now);
            return known;
        });
    }

    private JsonNode canonical(JsonNode node) {
        return node.has("$ref") ? nodes.conjuncts(node).get(1) : node;
    }

    private void additions(ShapeModel shape, JsonNode node) {
        for (String name : nodes.propertyNames(node)) {
            if (!shape.properties.containsKey(name) && settable.contains(node, name)) {
                shape.properties.put(name, typer.property(node, name));
                differ("property-only-in-schema", shape, name);
            }
        }
    }

    private void property(
            ShapeModel shape, PropertyModel property, JsonNode node, List<JsonNode> declared, boolean required) {
        if (required != property.required) {
            differ(required ? "required-only-in-schema" : "required-only-in-spec", shape, property.name);
        }
        String kind = SchemaKinds.disagreement(property.type, nodes, declared);
        if (!kind.isEmpty()) {
            differ("type", shape, property.name + " " + property.type + " schema=" + kind);
        }
        PropertyFindings finding = findings.computeIfAbsent(property, p -> new PropertyFindings());
        Limits own = limits.ofProperty(node, property.name);
        finding.limits(own == null ? new Limits() : own);
        Limits items = null;
        for (JsonNode one : declared) {
            items = items == null ? limits.ofElements(one) : items.or(limits.ofElements(one));
            finding.declared(nodes, one);
        }
        finding.itemLimits(items == null ? new Limits() : items);
        property.writeOnly |= declared.stream().anyMatch(writeOnly::contains);
        property.deprecated |= declared.stream().anyMatch(deprecated::contains);
        replacement(shape, property, declared);
        walk(property.type, declared);
    }

    /** The worse of what both sources say, since data may hang on it. */
    private void replacement(ShapeModel shape, PropertyModel property, List<JsonNode> declared) {
        Replacement found = Replacement.NEVER;
        if (declared.stream().anyMatch(replacing::contains)) {
            found = Replacement.ALWAYS;
        } else if (declared.stream().anyMatch(maybeReplacing::contains)) {
            found = Replacement.MAYBE;
        }
        if (found.compareTo(property.replacement) > 0) {
            if (resource.origin != Origin.SCHEMA) {
                differ(
                        "replacement",
                        shape,
                        property.name + " " + word(property.replacement) + " schema=" + word(found));
            }
            property.replacement = found;
        }
    }

    private static String word(Replacement replacement) {
        return replacement.name().toLowerCase(Locale.ROOT);
    }

    private void walk(PropertyType type, List<JsonNode> declared) {
        if (type instanceof StructType structType) {
            ShapeModel shape = resource.type(structType.name());
            declared.forEach(node -> shape(shape, node));
        } else if (type instanceof ListType listType) {
            declared.forEach(node -> walk(listType.element(), nodes.elements(node)));
        } else if (type instanceof MapType mapType) {
            declared.forEach(node -> walk(mapType.element(), nodes.elements(node)));
        } else if (type instanceof UnionType unionType) {
            unionType.alternatives().forEach(alternative -> walk(alternative, belonging(alternative, declared)));
        }
    }

    /** Of the declarations of a union, those that declare one alternative; for a structure, by its properties. */
    private List<JsonNode> belonging(PropertyType alternative, List<JsonNode> declared) {
        if (!(alternative instanceof StructType structType)) {
            return declared;
        }
        Set<String> wanted = resource.type(structType.name()).properties.keySet();
        List<JsonNode> best = new ArrayList<>();
        double bestFit = 0;
        for (JsonNode leaf : nodes.leaves(declared)) {
            double fit = fit(wanted, nodes.propertyNames(leaf));
            if (fit > bestFit) {
                best.clear();
                bestFit = fit;
            }
            if (fit > 0 && fit == bestFit) {
                best.add(leaf);
            }
        }
        return best;
    }

    private static double fit(Set<String> wanted, Set<String> declared) {
        Set<String> common = new HashSet<>(wanted);
        common.retainAll(declared);
        return (double) common.size() / Math.max(1, wanted.size() + declared.size() - common.size());
    }

    private void differ(String kind, ShapeModel shape, String what) {
        differences.add(kind, resource.typeName + (shape.name.isEmpty() ? " " : " " + shape.name + ".") + what);
    }
}
