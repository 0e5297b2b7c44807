package io.tapstack.reference.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that a page tells its reader to paste: its fenced {@code bash} blocks, in order.
 *
 * <p>A block that cannot run on the emulator has the line {@code <!-- not on the emulator: reason -->} before it, which readers do
 * not see.
 */
final class ReadmeCommands {

    private static final Pattern HEADING = Pattern.compile("#+ +(.*)");
    private static final Pattern MARKER = Pattern.compile("<!-- not on the emulator: (.+) -->");
    private static final String OPEN = "```bash";
    private static final String CLOSE = "```";

    private ReadmeCommands() {}

    /** The blocks of a page. */
    static List<Block> of(Path page) {
        try {
            return parse(Files.readAllLines(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks among lines. */
    static List<Block> parse(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        String heading = "";
        Optional<String> reason = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher marker = MARKER.matcher(line);
            Matcher title = HEADING.matcher(line);
            if (line.equals(OPEN)) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(CLOSE);
                if (end == i) {
                    throw new IllegalArgumentException("line " + (i + 1) + ": the block is not closed");
                }
                blocks.add(new Block(heading, String.join("\n", lines.subList(i + 1, end)) + "\n", reason, i + 1));
                reason = Optional.empty();
                i = end;
            } else if (marker.matches()) {
                if (i + 1 == lines.size() || !lines.get(i + 1).equals(OPEN)) {
                    throw new IllegalArgumentException("line " + (i + 1) + ": no block begins behind the marker");
                }
                reason = Optional.of(marker.group(1));
            } else if (title.matches()) {
                heading = title.group(1);
            }
        }
        return Collections.unmodifiableList(blocks);
    }

    /**
     * One block.
     *
     * @param heading the heading above it
     * @param commands its text
     * @param notOnEmulator why it cannot run on the emulator, if it cannot
     * @param line where it begins, from 1
     */
    record Block(String heading, String commands, Optional<String> notOnEmulator, int line) {}
}
