package io.tapstack.reference.cli;

import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What became of a command: exit code and the bytes on both streams, as text. */
record Outcome(int exitCode, String out, String err) {

    /** Runs {@code tap} with the real pipelines. */
    static Outcome of(String... arguments) {
        return of(ReferencePipelines.all(), arguments);
    }

    /** Runs {@code tap} with pipelines of a test. */
    static Outcome of(List<ReferencePipeline> pipelines, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new Tap(pipelines).run(new Console(out, err), arguments);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
