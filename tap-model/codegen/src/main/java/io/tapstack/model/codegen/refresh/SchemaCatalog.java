package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The registry schemas inside cfn-lint's wheel. Its own corrections are already applied to them. A region's file maps types to
 * schemas; the schema of a type is the same in all regions. The types that count are those of the first region and of the
 * serverless transform; for others, the schema of any region that has it serves.
 */
final class SchemaCatalog {

    private static final String FOLDER = "cfnlint/data/schemas/";
    private static final String PROVIDERS = FOLDER + "providers/";
    private static final String MAIN_REGION = "us-east-1";
    private static final String SERVERLESS = "sam";

    private final SourceArchive wheel;
    private final Map<String, String> hashes = new TreeMap<>();
    private final Set<String> counted = new TreeSet<>();

    SchemaCatalog(SourceArchive wheel) {
        this.wheel = wheel;
        for (String file : wheel.files(PROVIDERS)) {
            if (file.endsWith(".json")) {
                String region = file.substring(PROVIDERS.length(), file.length() - ".json".length());
                region(wheel.json(file), region.equals(MAIN_REGION) || region.equals(SERVERLESS));
            }
        }
        if (counted.isEmpty()) {
            throw new RefreshException("The wheel has no schemas of " + MAIN_REGION + ": its layout has changed");
        }
    }

    private void region(JsonNode types, boolean counts) {
        types.properties().forEach(entry -> {
            hashes.put(entry.getKey(), entry.getValue().asText());
            if (counts) {
                counted.add(entry.getKey());
            }
        });
    }

    /** The types of the first region and of the serverless transform, sorted. */
    Set<String> types() {
        return counted;
    }

    /** The types that only other regions have, sorted. */
    Set<String> otherRegionsOnly() {
        Set<String> others = new TreeSet<>(hashes.keySet());
        others.removeAll(counted);
        return others;
    }

    /** True if any region has the type. */
    boolean has(String typeName) {
        return hashes.containsKey(typeName);
    }

    /** The schema of a type that {@link #has some region} has. */
    JsonNode schema(String typeName) {
        return wheel.json(FOLDER + "resources/" + hashes.get(typeName) + ".json");
    }
}
