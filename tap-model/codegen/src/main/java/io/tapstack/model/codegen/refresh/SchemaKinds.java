package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.UnionType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares a type with the JSON types that a schema allows. */
final class SchemaKinds {

    private static final Map<PrimitiveType, String> KINDS = Map.of(
            PrimitiveType.STRING,
            "string",
            PrimitiveType.TIMESTAMP,
            "string",
            PrimitiveType.BOOLEAN,
            "boolean",
            PrimitiveType.INTEGER,
            "integer",
            PrimitiveType.LONG,
            "integer",
            PrimitiveType.NUMBER,
            "number",
            PrimitiveType.TAG,
            "object");

    private SchemaKinds() {}

    /** What the schema allows, if that isn't what the type says; empty if they agree or the schema doesn't say. */
    static String disagreement(PropertyType type, SchemaNodes nodes, List<JsonNode> declared) {
        Set<String> kinds = new TreeSet<>();
        declared.forEach(node -> kinds.addAll(nodes.kinds(node)));
        Set<String> ours = new TreeSet<>();
        collect(type, ours);
        return kinds.isEmpty() || ours.contains("any") || ours.equals(kinds) ? "" : String.join("|", kinds);
    }

    private static void collect(PropertyType type, Set<String> kinds) {
        if (type instanceof UnionType unionType) {
            unionType.alternatives().forEach(alternative -> collect(alternative, kinds));
        } else if (type instanceof ListType) {
            kinds.add("array");
        } else if (type == PrimitiveType.JSON) {
            kinds.add("any");
        } else {
            kinds.add(KINDS.getOrDefault(type, "object"));
        }
    }
}
