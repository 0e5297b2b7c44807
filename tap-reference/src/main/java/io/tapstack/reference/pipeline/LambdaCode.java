package io.tapstack.reference.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The source code of the pipelines' functions, kept as real files under {@code src/main/python}; each is read once. */
final class LambdaCode {

    private LambdaCode() {}

    /** The code of the function that stores and publishes transactions. */
    static String transactionProcessor() {
        return TransactionProcessor.TEXT;
    }

    private static String read(String function) {
        String path = "/io/tapstack/reference/python/" + function + "/index.py";
        try (InputStream in = LambdaCode.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("function: there is no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class TransactionProcessor {
        static final String TEXT = read("transaction_processor");
    }
}
