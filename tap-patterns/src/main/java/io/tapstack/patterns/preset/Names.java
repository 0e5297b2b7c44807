package io.tapstack.patterns.preset;

import io.tapstack.model.value.LogicalId;
import java.util.Locale;

/** The names that resources have unless they are given one. */
final class Names {

    private Names() {}

    /** A logical id in lower case with hyphens between its words: {@code OrderTable} becomes {@code order-table}. */
    static String of(LogicalId logicalId) {
        return logicalId
                .name()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
