package io.tapstack.patterns.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The source code of the function that rotates passwords of PostgreSQL, a real file under {@code src/main/python}; read once. */
final class RotationCode {

    private static final String PATH = "/io/tapstack/patterns/python/postgresql_rotation/index.py";

    private RotationCode() {}

    static String postgresql() {
        return Text.POSTGRESQL;
    }

    private static String read() {
        try (InputStream in = RotationCode.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource " + PATH);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text {
        static final String POSTGRESQL = read();
    }
}
