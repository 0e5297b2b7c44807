package io.tapstack.reference.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is chosen for each option of a pipeline: a value that it accepts. */
final class PipelineOptions {

    private final Map<PipelineOption, String> values;

    private PipelineOptions(Map<PipelineOption, String> values) {
        this.values = values;
    }

    /**
     * The choices for a pipeline, defaults included.
     *
     * @throws InvalidOptionException if a key is not known or a value is not accepted
     */
    static PipelineOptions of(ReferencePipeline pipeline, Map<String, String> chosen) {
        Map<PipelineOption, String> values = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>(chosen.keySet());
        for (PipelineOption option : pipeline.options()) {
            unknown.remove(option.key());
            String value = chosen.getOrDefault(option.key(), option.defaultValue());
            if (!option.accepts(value)) {
                throw new InvalidOptionException(
                        "option " + option.key() + ": '" + value + "' is not accepted: " + option.description());
            }
            values.put(option, value);
        }
        if (!unknown.isEmpty()) {
            throw new InvalidOptionException("option " + unknown.get(0) + ": " + pipeline.name()
                    + " has no such option; it has " + keys(pipeline.options()));
        }
        return new PipelineOptions(values);
    }

    /** What is chosen. */
    String get(PipelineOption option) {
        String value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException("option: " + option + " is none of this pipeline");
        }
        return value;
    }

    private static String keys(List<PipelineOption> options) {
        List<String> keys = new ArrayList<>();
        for (PipelineOption option : options) {
            keys.add(option.key());
        }
        return keys.isEmpty() ? "none" : String.join(", ", keys);
    }
}
