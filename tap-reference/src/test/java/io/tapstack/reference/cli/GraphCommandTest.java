package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mermaid, flowchart LR",
        "dot, digraph architecture {",
        "svg, '<svg xmlns=\"http://www.w3.org/2000/svg\" '"
    })
    void pipelinesAreDrawnInEachFormat(String format, String start) throws IOException {
        for (String pipeline : new String[] {"transaction", "data", "financial"}) {
            Path file = folder.resolve("t");
            Path out = folder.resolve("picture");
            Outcome.of("synth", pipeline, "--out", file.toString());
            Outcome printed = Outcome.of("graph", file.toString(), "--format", format);
            assertThat(printed.exitCode()).as(printed.err()).isZero();
            assertThat(printed.err()).isEmpty();
            assertThat(printed.out()).startsWith(start).contains("Processor");
            assertThat(Outcome.of("graph", file.toString(), "--format", format, "--out", out.toString()))
                    .isEqualTo(new Outcome(0, "", ""));
            assertThat(out).hasContent(printed.out());
        }
    }

    @Test
    void mermaidIsTheDefault() throws IOException {
        Path file = Files.writeString(folder.resolve("t.yml"), "Resources: {T: {Type: AWS::SNS::Topic}}\n");
        assertThat(Outcome.of("graph", file.toString()))
                .isEqualTo(new Outcome(0, "flowchart LR\n  r_T[[\"T<br/>SNS Topic\"]]\n", ""));
    }

    @Test
    void whatCannotBeReadOrDrawnIsTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("t.yml"), "Resources: [\n");
        Path out = Files.writeString(folder.resolve("old.svg"), "old");
        Outcome broken = Outcome.of("graph", file.toString(), "--format", "svg", "--out", out.toString());
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains("t.yml: cannot be read, so it is not drawn\n");
        assertThat(out).hasContent("old");

        StringBuilder many = new StringBuilder("Resources:\n");
        for (int i = 0; i < 500; i++) {
            many.append("  T").append(i).append(": {Type: AWS::SNS::Topic}\n");
        }
        Files.writeString(file, many);
        Outcome large = Outcome.of("graph", file.toString(), "--format", "svg", "--out", out.toString());
        assertThat(large.exitCode()).isEqualTo(2);
        assertThat(large.err())
                .contains("500 parts and 0 links are too much for a picture")
                .hasLineCount(1);
        assertThat(out).hasContent("old");
        assertThat(Outcome.of("graph", file.toString(), "--format", "dot").exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "graph, FILE",
        "graph a.yml b.yml, b.yml",
        "graph a.yml --format png, 'tap: --format: ''png'' is none of mermaid, dot, svg'",
    })
    void wrongUsageIsTwoAndOneLine(String typed, String message) {
        Outcome outcome = Outcome.of(typed.split(" ", -1));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).hasLineCount(1);
    }
}
