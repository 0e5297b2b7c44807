package io.tapstack.reference.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/check.md} shows is run. */
class CheckGuideTest {

    @TempDir
    Path folder;

    @Test
    void commandsPrintWhatThePageSays() throws IOException {
        page().assertCommands(4);
    }

    @Test
    void everyOptionIsExplained() throws IOException {
        page().assertOptions("check", "convert", "explain");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        page().assertLinks();
    }

    private Guide page() {
        return new Guide("check.md", folder);
    }
}
