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

    /** The code of the function that rotates an API key. */
    static String apiKeyRotation() {
        return ApiKeyRotation.TEXT;
    }

    /** The code of the function that keeps the metadata of uploaded transactions. */
    static String dataProcessor() {
        return DataProcessor.TEXT;
    }

    /** The code of the function that stores the transactions of an API. */
    static String financialProcessor() {
        return FinancialProcessor.TEXT;
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

    private static final class ApiKeyRotation {
        static final String TEXT = read("api_key_rotation");
    }

    private static final class DataProcessor {
        static final String TEXT = read("data_processor");
    }

    private static final class FinancialProcessor {
        static final String TEXT = read("financial_processor");
    }
}
