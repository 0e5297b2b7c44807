package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Tells properties that a template can set from those that are attributes only. */
final class SettableProperties {

    private static final int DEEPEST = 8;

    private final SchemaNodes nodes;
    private final Set<JsonNode> readOnly;

    SettableProperties(SchemaNodes nodes) {
        this.nodes = nodes;
        this.readOnly = new SchemaPointers(nodes).marked("readOnlyProperties");
    }

    /** False if the schema marks the property as read-only, or marks so each property of the structure it holds. */
    boolean contains(JsonNode shape, String name) {
        return settable(nodes.property(shape, name), 0);
    }

    private boolean settable(List<JsonNode> declared, int depth) {
        if (declared.stream().anyMatch(readOnly::contains)) {
            return false;
        }
        return depth > DEEPEST || declared.stream().anyMatch(node -> holdsSettable(node, depth));
    }

    private boolean holdsSettable(JsonNode node, int depth) {
        Set<String> members = nodes.propertyNames(node);
        return members.isEmpty()
                || members.stream().anyMatch(member -> settable(nodes.property(node, member), depth + 1));
    }
}
