package io.tapstack.reference.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.reference.pipeline.TransactionPipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A large template: copies of another one side by side, everything that a copy declares renamed. Run it to write one of pipeline A:
 * {@code SideBySide COPIES FILE}, the format being that of the file's extension.
 */
public final class SideBySide {

    private static final List<String> SECTIONS =
            List.of("Parameters", "Mappings", "Conditions", "Rules", "Resources", "Outputs");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String suffix;
    private final Set<String> names = new TreeSet<>();
    private final Pattern placeholder;

    private SideBySide(JsonNode template, String suffix) {
        this.suffix = suffix;
        for (String section : SECTIONS) {
            template.path(section).fieldNames().forEachRemaining(names::add);
        }
        placeholder = Pattern.compile("\\$\\{(" + String.join("|", names) + ")(?=[.}])");
    }

    /** Writes copies of pipeline A. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        Template template = of(new TransactionPipeline().template(), Integer.parseInt(args[0]));
        TemplateWriter writer = file.toString().endsWith(".json") ? TemplateWriter.json() : TemplateWriter.yaml();
        Files.writeString(file, writer.write(template));
        System.out.println(file + ": " + template.resources().size() + " resources, " + Files.size(file) + " bytes");
    }

    /** Copies of a template in one. */
    public static Template of(Template template, int copies) throws JsonProcessingException {
        JsonNode original = JSON.readTree(TemplateWriter.json().write(template));
        ObjectNode all = JSON.createObjectNode();
        all.put("AWSTemplateFormatVersion", "2010-09-09");
        for (int i = 1; i <= copies; i++) {
            SideBySide copy = new SideBySide(original, "N" + i);
            for (String section : SECTIONS) {
                for (Map.Entry<String, JsonNode> entry : original.path(section).properties()) {
                    all.withObject("/" + section).set(entry.getKey() + copy.suffix, copy.renamed("", entry.getValue()));
                }
            }
        }
        byte[] text = JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
        return TemplateReader.standard().read("copies", text).template().orElseThrow();
    }

    /** A node with all references renamed, under a key. */
    private JsonNode renamed(String key, JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (entry.getKey().equals("Export")) {
                    continue; // two copies would export the same names
                }
                object.set(entry.getKey(), renamed(entry.getKey(), entry.getValue()));
            }
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            for (int i = 0; i < node.size(); i++) {
                boolean first = i == 0
                        && Set.of("Fn::GetAtt", "Fn::If", "Fn::FindInMap").contains(key);
                boolean reference = first || key.equals("DependsOn");
                array.add(renamed(reference ? "Ref" : key.equals("Fn::Sub") ? key : "", node.get(i)));
            }
            return array;
        }
        return node.isTextual() ? renamedText(key, node.textValue()) : node;
    }

    private JsonNode renamedText(String key, String text) {
        boolean name = Set.of("Ref", "DependsOn", "Condition").contains(key) && names.contains(text);
        if (name) {
            return TextNode.valueOf(text + suffix);
        }
        return TextNode.valueOf(
                key.equals("Fn::Sub") ? placeholder.matcher(text).replaceAll("\\${$1" + suffix) : text);
    }
}
