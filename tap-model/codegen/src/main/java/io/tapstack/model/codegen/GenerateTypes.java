package io.tapstack.model.codegen;

import io.tapstack.model.facts.CloudFormationFacts;
import java.io.IOException;
import java.nio.file.Path;

/** The command: {@code GenerateTypes <factsDir> <outputDir>} brings the generated types up to date with the facts. */
public final class GenerateTypes {

    private GenerateTypes() {}

    /**
     * Generates all types.
     *
     * @param args the folder of the facts, and the source root that belongs to the generator alone
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("args: expected <factsDir> <outputDir>, found " + args.length);
        }
        System.out.println(run(Path.of(args[0]), Path.of(args[1])));
    }

    /** Generates all types and says what that changed. */
    static String run(Path factsDir, Path outputDir) throws IOException {
        OutputFolder output = new OutputFolder(outputDir);
        new TypeGenerator(CloudFormationFacts.from(factsDir)).generate(output);
        output.deleteStale();
        return output.toString();
    }
}
