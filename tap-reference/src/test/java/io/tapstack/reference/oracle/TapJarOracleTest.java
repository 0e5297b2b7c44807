package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.patterns.proof.StackUpdate;
import io.tapstack.reference.graph.Architecture;
import io.tapstack.reference.graph.DotWriter;
import io.tapstack.reference.graph.MermaidWriter;
import io.tapstack.reference.graph.SvgWriter;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import io.tapstack.reference.report.UpdateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar that users run, from which whatever seemed unused was left out, does what the classes do; and others can read it. */
@Tag("oracle")
class TapJarOracleTest {

    private static final String COUNT = """
            import pydot, sys
            graph = pydot.graph_from_dot_data(sys.stdin.read())[0]
            areas = graph.get_subgraphs()
            nodes = sum(len(g.get_nodes()) for g in [graph] + areas) - 2
            print(len(areas), nodes, len(graph.get_edges()))
            """;

    private static OracleEnvironment tools;
    private static Path folder;

    @BeforeAll
    static void prepare() {
        tools = OracleEnvironment.ready();
        folder = OraclePaths.emptyFolder("tap-jar");
    }

    static List<ReferencePipeline> pipelines() {
        return ReferencePipelines.all();
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void picturesAreThoseOfTheClasses(ReferencePipeline pipeline) throws IOException {
        Architecture architecture = Architecture.of(pipeline.template());
        Path file = written("graph.yml", pipeline.template());
        for (Map.Entry<String, String> format : Map.of(
                        "mermaid", MermaidWriter.write(architecture),
                        "dot", DotWriter.write(architecture),
                        "svg", SvgWriter.write(architecture))
                .entrySet()) {
            assertThat(tap("graph", file.toString(), "--format", format.getKey())
                            .out())
                    .isEqualTo(format.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void anotherReaderOfDotFindsAllOfIt(ReferencePipeline pipeline) {
        Architecture architecture = Architecture.of(pipeline.template());
        assertThat(Command.of(tools.program("python"), "-c", COUNT)
                        .input(DotWriter.write(architecture))
                        .succeed()
                        .out()
                        .strip())
                .isEqualTo(
                        architecture.areas().size() + " " + architecture.parts().size() + " "
                                + architecture.links().size());
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void updatesAreThoseOfTheClasses(ReferencePipeline pipeline) throws IOException {
        Template before = pipeline.template();
        Template after = before.toBuilder()
                .resources(before.resources().subList(0, before.resources().size() / 2))
                .build();
        Command.Outcome outcome = tap(
                "diff",
                written("old.yml", before).toString(),
                written("new.yml", after).toString());
        assertThat(outcome.out()).isEqualTo(UpdateText.write(StackUpdate.between(before, after)));
        assertThat(outcome.exit()).isIn(1, 3);
    }

    private static Path written(String name, Template template) throws IOException {
        return Files.writeString(
                folder.resolve(name), TemplateWriter.of(TemplateFormat.YAML).write(template));
    }

    private static Command.Outcome tap(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                OraclePaths.module().resolve("target/tap.jar").toString()));
        command.addAll(List.of(arguments));
        return Command.of(command).run();
    }
}
