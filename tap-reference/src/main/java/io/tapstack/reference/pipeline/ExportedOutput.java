package io.tapstack.reference.pipeline;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Output;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;

/** Outputs that other stacks can import: by the name of the stack, a hyphen and a name of their own. */
final class ExportedOutput {

    private ExportedOutput() {}

    static Output of(String logicalId, String exportName, Value<String> value) {
        return builder(logicalId, exportName, value).build();
    }

    /** One that exists on a condition, as its value does. */
    static Output on(Condition condition, String logicalId, String exportName, Value<String> value) {
        return builder(logicalId, exportName, value).condition(condition).build();
    }

    private static Output.Builder builder(String logicalId, String exportName, Value<String> value) {
        return Output.builder(logicalId, value)
                .export(Sub.concat(PseudoParameter.STACK_NAME, Value.of("-" + exportName)));
    }
}
