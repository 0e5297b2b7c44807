package io.tapstack.reference.page;

import io.tapstack.model.validation.TemplateLimits;
import io.tapstack.reference.pipeline.ReferencePipeline;
import java.util.List;

/** The page that lists the pipelines. */
final class Catalogue {

    private Catalogue() {}

    static String text(List<ReferencePipeline> pipelines) {
        Table table = new Table(
                "Pipeline",
                "What",
                "Resources",
                "Parameters",
                "Outputs",
                "Bytes of YAML",
                "Bytes of JSON",
                "Handed in");
        for (ReferencePipeline pipeline : pipelines) {
            Size size = new Size(pipeline.template());
            table.row(
                    "[" + pipeline.name() + "](" + pipeline.name() + ".md)",
                    pipeline.description(),
                    Size.number(size.resources),
                    Size.number(size.parameters),
                    Size.number(size.outputs),
                    Size.number(size.yaml),
                    Size.number(size.json),
                    Size.isDirect(size.yaml) ? "from a file" : "through a bucket");
        }
        return "# Reference pipelines\n\nGenerated from the code.\n\n" + table + "\nCloudFormation takes "
                + Size.number(TemplateLimits.DIRECT_BYTES) + " bytes from a file and "
                + Size.number(TemplateLimits.BUCKET_BYTES) + " from a bucket, and "
                + Size.number(TemplateLimits.RESOURCES) + " resources, " + Size.number(TemplateLimits.PARAMETERS)
                + " parameters and " + Size.number(TemplateLimits.OUTPUTS)
                + " outputs. Each page has the commands that deploy, use and remove its pipeline; tests run them on an"
                + " emulator.\n";
    }
}
