package io.tapstack.reference.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/diff.md} shows is run. */
class DiffGuideTest {

    @TempDir
    Path folder;

    @Test
    void commandsPrintWhatThePageSays() throws IOException {
        page().assertCommands(2);
    }

    @Test
    void everyOptionIsExplained() throws IOException {
        page().assertOptions("diff");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        page().assertLinks();
    }

    private Guide page() {
        return new Guide("diff.md", folder);
    }
}
