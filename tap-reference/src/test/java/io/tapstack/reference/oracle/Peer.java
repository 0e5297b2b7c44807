package io.tapstack.reference.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What another validator finds in each template of the corpus. */
final class Peer {

    private final Map<String, List<Found>> findings = new TreeMap<>();
    private final List<String> crashes = new ArrayList<>();

    private Peer() {}

    /** Runs it over the whole corpus, in one process for each processor. */
    static Peer run(String name, OracleEnvironment tools, Corpus corpus, Path folder) {
        Path result = folder.resolve(name + ".json");
        Command.Outcome outcome = Command.of(
                        tools.program("python"),
                        OraclePaths.module()
                                .resolve("src/test/oracles/peers.py")
                                .toString(),
                        name,
                        corpus.folder().toString(),
                        result.toString())
                .within(Duration.ofMinutes(40))
                .succeed();
        System.out.print(outcome.out());
        try {
            return of(AwsCli.JSON.readTree(result.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Peer of(JsonNode byFile) {
        Peer peer = new Peer();
        byFile.properties().forEach(file -> {
            List<Found> found = new ArrayList<>();
            for (JsonNode one : file.getValue().get("findings")) {
                found.add(new Found(
                        one.get("rule").textValue(),
                        one.get("level").textValue(),
                        one.get("line").intValue(),
                        one.get("path").textValue(),
                        one.get("message").textValue()));
            }
            peer.findings.put(file.getKey(), Collections.unmodifiableList(found));
            if (file.getValue().has("crash")) {
                peer.crashes.add(
                        file.getKey() + ": " + file.getValue().get("crash").textValue());
            }
        });
        return peer;
    }

    /** What it says of a file, errors and the rest. */
    List<Found> of(String file) {
        return findings.getOrDefault(file, List.of());
    }

    /** Whether it finds no error in a file. */
    boolean isClean(String file) {
        return of(file).stream().noneMatch(Found::isError);
    }

    /** The files at which it failed, and how. */
    List<String> crashes() {
        return crashes;
    }
}
