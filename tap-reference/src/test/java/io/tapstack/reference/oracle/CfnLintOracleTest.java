package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.patterns.composition.SampledCompositions;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** cfn-lint, errors, warnings and remarks alike, has nothing to say of any pipeline. */
@Tag("oracle")
class CfnLintOracleTest {

    private static final int COMPOSITIONS = 25;
    private static final long SEED = 20260101;

    private static OracleEnvironment tools;
    private static Path folder;

    @BeforeAll
    static void prepare() {
        tools = OracleEnvironment.ready();
        folder = OraclePaths.emptyFolder("cfn-lint");
    }

    @Test
    void nothing_is_found_in_any_pipeline_in_either_format() throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReferencePipeline pipeline : ReferencePipelines.all()) {
            for (TemplateFormat format : TemplateFormat.values()) {
                Path file = folder.resolve(pipeline.name() + "." + format.extension());
                files.add(Files.writeString(file, TemplateWriter.of(format).write(pipeline.template())));
            }
        }
        Template lean = ReferencePipelines.named("transaction").orElseThrow().template(Map.of("optional", "none"));
        files.add(Files.writeString(
                folder.resolve("lean.yml"), TemplateWriter.yaml().write(lean)));

        Command.Outcome outcome = lint(files);

        assertThat(outcome.out() + outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void nothing_is_found_in_the_example_of_any_preset() throws IOException {
        List<Path> files;
        try (Stream<Path> golden = Files.list(Path.of("../tap-patterns/src/test/resources/golden"))) {
            files = golden.sorted().toList();
        }

        Command.Outcome outcome = lint(files);

        assertThat(files).hasSizeGreaterThanOrEqualTo(18);
        assertThat(outcome.out() + outcome.err()).isEmpty();
    }

    /** Errors and warnings; remarks on what is only random in a random stack are no use to anybody. */
    @Test
    void random_compositions_of_presets_are_accepted() throws IOException {
        StringBuilder recipes = new StringBuilder();
        List<String> arguments = new ArrayList<>(List.of(tools.program("cfn-lint"), "--"));
        for (Map.Entry<String, Template> stack :
                SampledCompositions.templates(COMPOSITIONS, SEED).entrySet()) {
            Path file = folder.resolve("composition-" + arguments.size() + ".yml");
            Files.writeString(file, TemplateWriter.yaml().write(stack.getValue()));
            arguments.add(file.toString());
            recipes.append(file.getFileName())
                    .append(' ')
                    .append(stack.getKey())
                    .append('\n');
        }

        Command.Outcome outcome = Command.of(arguments).run();

        assertThat(outcome.out() + outcome.err()).as(recipes.toString()).isEmpty();
    }

    /** An oracle that never speaks proves nothing, so it is shown one flaw of each level. */
    @Test
    void flaws_are_found() throws IOException {
        Template good = ReferencePipelines.named("transaction").orElseThrow().template();
        LogicalId recorder = LogicalId.of("ConfigRecorder");
        LogicalId table = LogicalId.of("TransactionTable");
        Path error = broken(
                "error.yml",
                changed(
                        good,
                        recorder,
                        old -> old.withProperties(old.properties().without("RoleARN"))));
        Path warning = broken(
                "warning.yml",
                good.toBuilder()
                        .addParameters(
                                Parameter.string("Unused").defaultValue("x").build())
                        .build());
        Path remark = broken("remark.json", changed(good, table, old -> old.withOptions(ResourceOptions.none())));

        String found = lint(List.of(error, warning, remark)).out();

        assertThat(found)
                .contains("E3003 'RoleARN' is a required property")
                .contains("W2001 Parameter Unused not used")
                .contains("I3011 ")
                .contains(error.toString(), warning.toString(), remark.toString());
    }

    private static Path broken(String name, Template template) throws IOException {
        TemplateFormat format = TemplateFormat.ofFileName(name).orElseThrow();
        return Files.writeString(folder.resolve(name), TemplateWriter.of(format).write(template));
    }

    private static Template changed(Template template, LogicalId id, UnaryOperator<Resource> change) {
        List<Resource> resources = new ArrayList<>(template.resources());
        resources.replaceAll(resource -> resource.logicalId().equals(id) ? change.apply(resource) : resource);
        assertThat(resources).isNotEqualTo(template.resources());
        return template.toBuilder().resources(resources).build();
    }

    private static Command.Outcome lint(List<Path> files) {
        List<String> arguments = new ArrayList<>(List.of(tools.program("cfn-lint"), "--include-checks", "I", "--"));
        files.forEach(file -> arguments.add(file.toString()));
        return Command.of(arguments).run();
    }
}
