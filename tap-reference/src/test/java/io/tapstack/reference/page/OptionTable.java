package io.tapstack.reference.page;

import io.tapstack.reference.pipeline.PipelineOption;
import io.tapstack.reference.pipeline.ReferencePipeline;

/** What can be chosen when the template of a pipeline is written. */
final class OptionTable {

    private OptionTable() {}

    static String of(ReferencePipeline pipeline) {
        Table table = new Table("Option", "Default", "Meaning");
        for (PipelineOption option : pipeline.options()) {
            table.row(Table.code(option.key()), Table.code(option.defaultValue()), option.description());
        }
        return table.toString();
    }
}
