package io.tapstack.reference.requirement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The requirements of all pipelines. */
final class Requirements {

    /** By the name of the pipeline, in order. */
    static final Map<String, List<Requirement>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("transaction", TransactionRequirements.all());
        ALL.put("data", DataRequirements.all());
        ALL.put("financial", FinancialRequirements.all());
    }

    private Requirements() {}

    static List<Requirement> of(String pipeline) {
        return ALL.getOrDefault(pipeline, List.of());
    }
}
