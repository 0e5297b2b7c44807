package io.tapstack.reference.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guides to commands show is run; their options are explained, and their links lead somewhere. */
class GuidesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"check.md, 4, check convert explain", "diff.md, 2, diff", "graph.md, 2, graph"})
    void theyAreTrue(String page, int commands, String explained) throws IOException {
        Guide guide = new Guide(page, folder);
        guide.assertCommands(commands);
        guide.assertOptions(explained.split(" ", -1));
        guide.assertLinks();
    }
}
