package io.tapstack.reference.cli;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.reference.pipeline.PipelineOption;
import io.tapstack.reference.pipeline.ReferencePipeline;
import java.util.List;
import java.util.Map;

/** A pipeline whose template is given. */
record FixedPipeline(String name, Template template) implements ReferencePipeline {

    /** One resource, described by a text. */
    static FixedPipeline sound(String text) {
        return new FixedPipeline(
                "sound",
                Template.builder()
                        .addResources(GenericResource.builder("Handle", "AWS::CloudFormation::WaitConditionHandle")
                                .options(options -> options.putMetadata("About", Value.of(text)))
                                .build())
                        .build());
    }

    /** Two outputs that refer to nothing. */
    static FixedPipeline broken() {
        return new FixedPipeline(
                "broken",
                sound("fine").template.toBuilder()
                        .addOutputs(
                                Output.builder("First", Ref.to(LogicalId.of("Nothing")))
                                        .build(),
                                Output.builder("Second", Ref.to(LogicalId.of("Nowhere")))
                                        .build())
                        .build());
    }

    @Override
    public String description() {
        return "a pipeline of a test";
    }

    @Override
    public List<PipelineOption> options() {
        return List.of();
    }

    @Override
    public Template template(Map<String, String> choices) {
        return template;
    }
}
