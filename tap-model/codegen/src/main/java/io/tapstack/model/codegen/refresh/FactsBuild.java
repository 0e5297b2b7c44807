package io.tapstack.model.codegen.refresh;

import io.tapstack.model.facts.CloudFormationFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the content of a facts folder from the three packages and the patches. */
final class FactsBuild {

    private final Differences differences = new Differences();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** The files, patched. */
    FactsTree build(SourceArchive spec, SourceArchive schemas, SourceArchive iam, Path patches) {
        Map<String, ResourceModel> merged = new Merger(new SchemaCatalog(schemas), differences)
                .merge(new SpecReader(spec.json("package/db.json.gz")).read());
        new RegionalEnums(schemas, differences).apply(merged);
        Map<String, FactsDocument> resources = new TreeMap<>();
        merged.values().forEach(resource -> {
            resource.prune();
            resources.put(resource.typeName, FactsWriter.write(resource));
        });
        Map<String, FactsDocument> services = new IamReader(iam).read();
        patch(patches, resources, services);
        return tree(resources, services);
    }

    Differences differences() {
        return differences;
    }

    /** How many of each kind of line there are. */
    Map<String, Integer> counts() {
        return counts;
    }

    private static void patch(Path folder, Map<String, FactsDocument> resources, Map<String, FactsDocument> services) {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".patch"))
                    .sorted()
                    .collect(Collectors.toList());
            for (Path file : sorted) {
                PatchFile.parse("patches/" + file.getFileName(), Files.readAllLines(file))
                        .apply(resources, services);
            }
        } catch (IOException e) {
            throw new RefreshException("Can't read the patches in " + folder, e);
        }
    }

    private FactsTree tree(Map<String, FactsDocument> resources, Map<String, FactsDocument> services) {
        FactsTree tree = new FactsTree();
        resources.forEach((typeName, document) -> {
            tree.put(CloudFormationFacts.fileOf(typeName), document.text());
            count("cloudformation", document);
        });
        services.forEach((prefix, document) -> {
            tree.put("iam/" + prefix + ".facts", document.text());
            count("iam", document);
        });
        tree.put("cloudformation/index", String.join("\n", resources.keySet()) + "\n");
        tree.put("iam/index", String.join("\n", services.keySet()) + "\n");
        return tree;
    }

    private void count(String source, FactsDocument document) {
        for (String line : document.lines()) {
            counts.merge(source + " " + line.substring(0, line.indexOf(' ')), 1, Integer::sum);
            if (line.contains("pattern=")) {
                counts.merge(source + " lines-with-pattern", 1, Integer::sum);
            }
        }
    }
}
