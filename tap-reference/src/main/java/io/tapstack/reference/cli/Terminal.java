package io.tapstack.reference.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What looks at the streams: a person at a terminal, or a file or program.
 *
 * @param colours whether standard output may have colours
 * @param progress whether standard error may have a line that is overwritten
 */
record Terminal(boolean colours, boolean progress) {

    /** No person looks. */
    static final Terminal NONE = new Terminal(false, false);

    private static final Path STREAMS = Path.of("/proc/self/fd");

    /** What looks at the streams of this process. */
    static Terminal ofProcess() {
        return of(isTerminal(1), isTerminal(2), System.getenv());
    }

    /** What may be done on terminals with this environment: {@code NO_COLOR} and {@code TERM=dumb} are respected. */
    static Terminal of(boolean out, boolean err, Map<String, String> environment) {
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(out && !dumb && !plain, err && !dumb);
    }

    /** Linux tells of each stream. Elsewhere no way is sure, so nobody is taken to look: plain text harms no one. */
    private static boolean isTerminal(int stream) {
        try {
            String target = Files.readSymbolicLink(STREAMS.resolve(String.valueOf(stream)))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
