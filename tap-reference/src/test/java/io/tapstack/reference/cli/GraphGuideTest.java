package io.tapstack.reference.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/graph.md} shows is run. */
class GraphGuideTest {

    @TempDir
    Path folder;

    @Test
    void commandsPrintWhatThePageSays() throws IOException {
        page().assertCommands(2);
    }

    @Test
    void everyOptionIsExplained() throws IOException {
        page().assertOptions("graph");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        page().assertLinks();
    }

    private Guide page() {
        return new Guide("graph.md", folder);
    }
}
