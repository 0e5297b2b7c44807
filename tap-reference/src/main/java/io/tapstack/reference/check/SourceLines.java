package io.tapstack.reference.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lines of a file, to be shown. What can't be shown is left out: an excerpt is a help, no more. */
final class SourceLines {

    private static final long MOST_BYTES = 1 << 24;

    private final List<String> lines;

    private SourceLines(List<String> lines) {
        this.lines = lines;
    }

    /** The lines of a file; none if it is no plain file, cannot be read, or is very large. */
    static SourceLines of(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                return new SourceLines(List.of(text(Files.readAllBytes(file)).split("\r\n|\r|\n", -1)));
            }
        } catch (IOException e) {
            // Nothing is shown.
        }
        return none();
    }

    /** No lines. */
    static SourceLines none() {
        return new SourceLines(List.of());
    }

    private static String text(byte[] content) {
        boolean utf16 = content.length > 1 && (content[0] & 0xFF) + (content[1] & 0xFF) == 0xFE + 0xFF;
        String text = new String(content, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A line by its number, from 1. */
    Optional<String> line(int number) {
        return number < 1 || number > lines.size() ? Optional.empty() : Optional.of(lines.get(number - 1));
    }
}
