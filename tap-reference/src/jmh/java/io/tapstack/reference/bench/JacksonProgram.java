package io.tapstack.reference.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The source of a program that has nothing to do but to build a tree, node by node, and have Jackson write it: what a start of the
 * command line is compared with.
 */
final class JacksonProgram {

    static final String NAME = "Baseline";

    private static final String HEAD = """
            import com.fasterxml.jackson.databind.*;
            import com.fasterxml.jackson.databind.node.*;
            import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

            public class Baseline {
                static final JsonNodeFactory F = JsonNodeFactory.instance;

                public static void main(String[] args) throws Exception {
                    ObjectMapper mapper = args[0].equals("yaml")
                            ? new YAMLMapper()
                            : new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
                    mapper.writeValue(System.out, template());
                }
            """;

    private final List<String> methods = new ArrayList<>();
    private int nodes;

    private JacksonProgram() {}

    /** The source of a program for this tree. */
    static String source(JsonNode template) {
        JacksonProgram program = new JacksonProgram();
        StringBuilder body = new StringBuilder("static JsonNode template() {\nObjectNode top = F.objectNode();\n");
        for (Map.Entry<String, JsonNode> section : template.properties()) {
            body.append("top.set(")
                    .append(quoted(section.getKey()))
                    .append(", ")
                    .append(program.section(section.getValue()))
                    .append(");\n");
        }
        program.methods.add(body.append("return top;\n}\n").toString());
        return HEAD + String.join("", program.methods) + "}\n";
    }

    /** A method for each entry, since the JVM takes no methods of more than 64 KiB. */
    private String section(JsonNode section) {
        if (!(section instanceof ObjectNode)) {
            return value(section, new StringBuilder());
        }
        StringBuilder body = new StringBuilder("ObjectNode section = F.objectNode();\n");
        for (Map.Entry<String, JsonNode> entry : section.properties()) {
            StringBuilder lines = new StringBuilder();
            String result = value(entry.getValue(), lines);
            body.append("section.set(")
                    .append(quoted(entry.getKey()))
                    .append(", ")
                    .append(method(lines + "return " + result + ";\n"))
                    .append(");\n");
        }
        return method(body.append("return section;\n").toString());
    }

    private String method(String body) {
        String name = "part" + methods.size();
        methods.add("static JsonNode " + name + "() {\n" + body + "}\n");
        return name + "()";
    }

    private String value(JsonNode value, StringBuilder lines) {
        if (value.isObject()) {
            String name = "node" + nodes++;
            lines.append("ObjectNode ").append(name).append(" = F.objectNode();\n");
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                String result = value(member.getValue(), lines);
                lines.append(name)
                        .append(".set(")
                        .append(quoted(member.getKey()))
                        .append(", ")
                        .append(result)
                        .append(");\n");
            }
            return name;
        }
        if (value.isArray()) {
            String name = "node" + nodes++;
            lines.append("ArrayNode ").append(name).append(" = F.arrayNode();\n");
            for (JsonNode item : value) {
                String result = value(item, lines);
                lines.append(name).append(".add(").append(result).append(");\n");
            }
            return name;
        }
        if (value.isTextual()) {
            return "F.textNode(" + quoted(value.textValue()) + ")";
        }
        return value.isBoolean() ? "F.booleanNode(" + value + ")" : "F.numberNode(" + value + ")";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                quoted.append(escape(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '"' -> "\\\"";
            default -> c < 128 ? String.format("\\%03o", (int) c) : String.valueOf(c);
        };
    }
}
