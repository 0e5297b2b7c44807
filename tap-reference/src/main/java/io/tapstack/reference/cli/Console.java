package io.tapstack.reference.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output and standard error: UTF-8, lines that end in a line feed, each text in one go. */
final class Console {

    private final OutputStream out;
    private final OutputStream err;
    private final Terminal terminal;

    Console(OutputStream out, OutputStream err) {
        this(out, err, Terminal.NONE);
    }

    Console(OutputStream out, OutputStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** What looks at the streams. */
    Terminal terminal() {
        return terminal;
    }

    /**
     * Writes to standard output.
     *
     * @throws IOException if not all of it could be written
     */
    void print(String text) throws IOException {
        print(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a text that is UTF-8 already to standard output.
     *
     * @throws IOException if not all of it could be written
     */
    void print(byte[] text) throws IOException {
        try {
            out.write(text);
            out.flush();
        } catch (IOException e) {
            throw new IOException("cannot write to standard output: " + e.getMessage(), e);
        }
    }

    /** Writes a line about trouble to standard error. */
    void complain(String message) {
        note("tap: " + oneLine(message) + "\n");
    }

    /** Writes to standard error. If that fails there is nobody left to tell. */
    void note(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // The exit code still tells.
        }
    }

    /** A text with every control character as a space, so that nothing typed or found can start a line or steer a terminal. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0, length = text.length(); i < length; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString();
    }
}
