package io.tapstack.reference.invariant;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Value;
import io.tapstack.reference.pipeline.PipelineOption;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random pipeline with random options, as it is and with its parameters bound to random valid values. */
record Choices(
        String pipeline,
        Map<String, String> options,
        Map<String, String> parameters,
        Template template,
        Template bound) {

    /** Texts that options are tried with; those that an option refuses are left out. */
    private static final List<String> TEXTS =
            List.of("all", "none", "true", "false", "prod", "payments 2", "a", "ä_b.c:/=+-@");

    static Choices of(Random random) {
        List<ReferencePipeline> pipelines = ReferencePipelines.all();
        ReferencePipeline pipeline = pipelines.get(random.nextInt(pipelines.size()));
        Map<String, String> options = new LinkedHashMap<>();
        for (PipelineOption option : pipeline.options()) {
            List<String> accepted = new ArrayList<>(List.of(option.defaultValue()));
            TEXTS.stream().filter(option::accepts).forEach(accepted::add);
            options.put(option.key(), accepted.get(random.nextInt(accepted.size())));
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Template template = pipeline.template(options);
        return new Choices(pipeline.name(), options, parameters, template, bound(template, parameters, random));
    }

    private static Template bound(Template template, Map<String, String> values, Random random) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : template.parameters()) {
            Value<?> value = value(parameter, random);
            if (value == null) {
                parameters.add(parameter);
            } else {
                values.put(parameter.logicalId().name(), value.toString());
                parameters.add(Parameter.of(
                        parameter.logicalId(),
                        parameter
                                .members()
                                .with("Default", value)
                                .with("AllowedValues", ListValue.ofAny(List.of(value))),
                        parameter.source()));
            }
        }
        return template.toBuilder().parameters(parameters).build();
    }

    private static @Nullable Value<?> value(Parameter parameter, Random random) {
        List<Value<?>> allowed = parameter.allowedValues();
        if (!allowed.isEmpty()) {
            return allowed.get(random.nextInt(allowed.size()));
        }
        int least = number(parameter, "MinValue");
        int most = number(parameter, "MaxValue");
        return least < 0 || most < least ? null : Value.of(least + random.nextInt(most - least + 1));
    }

    private static int number(Parameter parameter, String member) {
        String text = parameter.text(member).orElse("");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    @Override
    public String toString() {
        return pipeline + " " + options + " " + parameters;
    }
}
