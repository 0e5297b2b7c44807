package io.tapstack.model.facts;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The resource types of CloudFormation. A type's facts are read when they are first asked for and kept; the index of names
 * is read with the first question.
 */
public final class CloudFormationFacts {

    private static final String FOLDER = "cloudformation/";

    private final FactsFiles files;
    private final List<String> typeNames;
    private final Set<String> known;
    private final ConcurrentMap<String, ResourceFacts> loaded = new ConcurrentHashMap<>();

    private CloudFormationFacts(FactsFiles files) {
        this.files = files;
        this.typeNames = files.index(FOLDER + "index");
        this.known = new HashSet<>(typeNames);
    }

    /** The facts that came with this library. */
    public static CloudFormationFacts bundled() {
        return Bundled.FACTS;
    }

    /**
     * The facts of a folder laid out as {@code tap-model/src/facts}.
     *
     * @throws FactsFormatException if its index is missing or malformed
     */
    public static CloudFormationFacts from(Path factsDir) {
        return new CloudFormationFacts(FactsFiles.in(factsDir));
    }

    /** All resource types, sorted. */
    public List<String> typeNames() {
        return typeNames;
    }

    /** True if the type is known; reads nothing. */
    public boolean knows(String typeName) {
        return known.contains(typeName);
    }

    /**
     * The facts of a resource type; empty if the type is unknown, as custom resources, modules and third-party types are.
     *
     * @throws FactsFormatException if the type's file is malformed
     */
    public Optional<ResourceFacts> resource(String typeName) {
        if (!known.contains(typeName)) {
            return Optional.empty();
        }
        ResourceFacts facts = loaded.get(typeName);
        if (facts == null) {
            ResourceFacts read = load(typeName);
            ResourceFacts earlier = loaded.putIfAbsent(typeName, read);
            facts = earlier == null ? read : earlier;
        }
        return Optional.of(facts);
    }

    /**
     * The file of a resource type, relative to the facts folder.
     *
     * @throws IllegalArgumentException if the name doesn't have three parts
     */
    public static String fileOf(String typeName) {
        int first = typeName.indexOf("::");
        int second = typeName.indexOf("::", first + 2);
        if (first <= 0 || second <= first + 2 || second + 2 >= typeName.length()) {
            throw new IllegalArgumentException("'" + typeName + "' is not the name of a resource type");
        }
        String vendor = typeName.substring(0, first).toLowerCase(Locale.ROOT);
        String service = typeName.substring(first + 2, second).toLowerCase(Locale.ROOT);
        return new StringBuilder(FOLDER)
                .append(vendor)
                .append('/')
                .append(service)
                .append('/')
                .append(typeName, second + 2, typeName.length())
                .append(".facts")
                .toString();
    }

    private ResourceFacts load(String typeName) {
        String file = fileOf(typeName);
        ResourceFacts facts = ResourceFactsParser.parse(file, files.read(file));
        if (!facts.typeName().equals(typeName)) {
            throw new FactsFormatException(file, 1, "holds " + facts.typeName() + ", expected " + typeName);
        }
        return facts;
    }

    private static final class Bundled {
        static final CloudFormationFacts FACTS = new CloudFormationFacts(FactsFiles.bundled());
    }
}
