package io.tapstack.reference.cli;

import io.tapstack.reference.pipeline.ReferencePipeline;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code tap list}: the names of the pipelines. */
final class ListCommand implements Command {

    private final List<ReferencePipeline> pipelines;

    ListCommand(List<ReferencePipeline> pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String description() {
        return "Name the reference pipelines, one a line.";
    }

    @Override
    public void declare(CommandSpec spec) {
        // Its name is all that is typed.
    }

    @Override
    public int run(ParseResult typed, Console console) throws IOException {
        StringBuilder names = new StringBuilder();
        for (ReferencePipeline pipeline : pipelines) {
            names.append(pipeline.name()).append('\n');
        }
        console.print(names.toString());
        return ExitCode.OK;
    }
}
