package io.tapstack.reference.pipeline;

import java.util.List;
import java.util.Optional;

/** All reference pipelines. */
public final class ReferencePipelines {

    private static final List<ReferencePipeline> ALL =
            List.of(new TransactionPipeline(), new DataPipeline(), new FinancialPipeline());

    private ReferencePipelines() {}

    /** All of them, in the order of their requirements. */
    public static List<ReferencePipeline> all() {
        return ALL;
    }

    /** The one with this name. */
    public static Optional<ReferencePipeline> named(String name) {
        for (ReferencePipeline pipeline : ALL) {
            if (pipeline.name().equals(name)) {
                return Optional.of(pipeline);
            }
        }
        return Optional.empty();
    }
}
