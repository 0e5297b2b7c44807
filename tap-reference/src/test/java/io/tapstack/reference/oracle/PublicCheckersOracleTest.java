package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever checkov and the Guard rules of Control Tower find has an exception record, and every record is about something found. */
@Tag("oracle")
class PublicCheckersOracleTest {

    private static PublicCheckers checkers;
    private static Path folder;

    @BeforeAll
    static void prepare() {
        checkers = PublicCheckers.ready();
        folder = OraclePaths.emptyFolder("public-checkers");
    }

    @Test
    void records_and_findings_are_the_same_in_every_pipeline_and_example() throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReferencePipeline pipeline : ReferencePipelines.all()) {
            files.add(written(pipeline.name() + ".yml", switchedOn(pipeline.template())));
        }
        int pipelines = files.size();
        Path examples = OraclePaths.module().resolveSibling("tap-patterns").resolve("src/test/resources/golden");
        try (Stream<Path> goldens = Files.list(examples)) {
            for (Path golden : goldens.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList()) {
                files.add(Files.writeString(
                        folder.resolve("example-" + golden.getFileName()),
                        Files.readString(golden).replace("    Default: 'false'\n", "    Default: 'true'\n")));
            }
        }
        assertThat(files).hasSizeGreaterThan(pipelines);

        assertThat(checkers.problems(folder.resolve("all"), files)).isEmpty();
    }

    /** A comparison that never speaks proves nothing, so it is shown records that are missing and records that are not needed. */
    @Test
    void missing_and_needless_records_are_found() throws IOException {
        Template good =
                switchedOn(ReferencePipelines.named("transaction").orElseThrow().template());
        ExceptionRecord needless = ExceptionRecord.of("CidrBlock", "a network", "to see whether anybody looks", "none")
                .answering(
                        Checker.CHECKOV.finding("CKV_AWS_18"),
                        Checker.GUARD.finding("sqs_dlq_check"),
                        Checker.CFN_LINT.finding("I3011"),
                        Checker.CFN_NAG.finding("W1"));
        Template missing = changed(good, "ConfigBucket", List.of());
        Template surplus = changed(good, "VPC", List.of(needless));

        List<String> problems = checkers.problems(
                folder.resolve("broken"), List.of(written("missing.yml", missing), written("surplus.yml", surplus)));

        assertThat(problems)
                .containsExactly(
                        "missing: checkov CKV_AWS_18 at ConfigBucket: no record",
                        "missing: guard s3_bucket_logging_enabled_check at ConfigBucket: no record",
                        "missing: guard s3_bucket_object_lock_enabled_check at ConfigBucket: no record",
                        "missing: guard s3_event_notifications_enabled_check at ConfigBucket: no record",
                        "surplus: cfn-lint I3011 at VPC: nothing found",
                        "surplus: cfn_nag W1 at VPC: nothing found",
                        "surplus: checkov CKV_AWS_18 at VPC: nothing found",
                        "surplus: guard sqs_dlq_check at VPC: nothing found");
    }

    /**
     * The template with all its switches on by default: checkov leaves out what does not exist by default, but a record has to be
     * needed only where its resource exists.
     */
    private static Template switchedOn(Template template) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : template.parameters()) {
            parameters.add(
                    parameter.defaultValue().filter(Value.of("false")::equals).isPresent()
                            ? Parameter.string(parameter.logicalId().name())
                                    .allowedValues("true", "false")
                                    .defaultValue("true")
                                    .build()
                            : parameter);
        }
        return template.toBuilder().parameters(parameters).build();
    }

    private static Path written(String name, Template template) throws IOException {
        return Files.writeString(
                folder.resolve(name), TemplateWriter.of(TemplateFormat.YAML).write(template));
    }

    /** The template with these records, and no others, at one resource. */
    private static Template changed(Template template, String logicalId, List<ExceptionRecord> records) {
        List<Resource> resources = new ArrayList<>(template.resources());
        resources.replaceAll(resource -> resource.logicalId().equals(LogicalId.of(logicalId))
                ? resource.withOptions(resource.options().toBuilder()
                        .metadata(ExceptionRecord.metadata(records))
                        .build())
                : resource);
        assertThat(resources).isNotEqualTo(template.resources());
        return template.toBuilder().resources(resources).build();
    }
}
