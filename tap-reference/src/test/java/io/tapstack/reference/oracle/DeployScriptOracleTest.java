package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.aws.dynamodb.Table;
import io.tapstack.model.aws.dynamodb.table.AttributeDefinition;
import io.tapstack.model.aws.dynamodb.table.KeySchema;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.reference.deploy.DeployFiles;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The script that {@code tap synth --deploy-dir} writes, run as it is: it creates, leaves alone, updates, and says why it failed. */
@Tag("oracle")
class DeployScriptOracleTest {

    private static final String STACK = "transaction-pipeline-dev";
    private static final String BUCKET = "templates-of-this-account";

    private AwsCli aws;
    private Emulator emulator;

    @BeforeEach
    void start() {
        OracleEnvironment tools = OracleEnvironment.ready();
        Path folder = OraclePaths.emptyFolder("deploy-script");
        emulator = Emulator.start(tools, folder);
        aws = new AwsCli(tools, emulator, folder);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void a_pipeline_is_created_left_alone_and_updated() throws IOException {
        Template template =
                ReferencePipelines.named("transaction").orElseThrow().template();
        written(
                template,
                Substitution.of(template, RefusedTypes.expected("transaction")).template());
        aws.command("s3", "mb", "s3://" + BUCKET).succeed();

        Command.Outcome tooLarge = deploy(STACK, "EnvironmentSuffix", "dev");
        assertThat(tooLarge.exit()).isEqualTo(2);
        assertThat(tooLarge.err()).contains("more than the 51200 that a request takes: set TEMPLATE_BUCKET");
        assertThat(aws.make(List.of(AwsCall.of("cloudformation", "DescribeStacks", "StackName", STACK)))
                        .get(0)
                        .error())
                .isEqualTo("ValidationError");

        Command.Outcome created = throughBucket(
                STACK,
                "EnvironmentSuffix",
                "dev",
                "EnableTerminationProtection",
                "true",
                "CreateConfigRecorder",
                "true");
        assertThat(created.exit()).as(created.toString()).isZero();
        assertThat(created.out())
                .contains(
                        "CREATE stack " + STACK + ":\n",
                        "  Add AWS::DynamoDB::Table TransactionTable\n",
                        "  CREATE_COMPLETE AWS::DynamoDB::Table TransactionTable\n",
                        "Stack " + STACK + ": CREATE_COMPLETE\n",
                        "Termination protection is on\n",
                        "transaction-processor-dev");
        assertThat(stack(STACK).get("EnableTerminationProtection").booleanValue())
                .isTrue();
        assertThat(stack(STACK).get("Tags").toString()).contains("\"ComplianceLevel\"", "\"financial\"");

        Command.Outcome again = throughBucket(
                STACK,
                "EnvironmentSuffix",
                "dev",
                "EnableTerminationProtection",
                "true",
                "CreateConfigRecorder",
                "true");
        assertThat(again.exit()).as(again.toString()).isZero();
        assertThat(again.out()).contains("Stack " + STACK + " is as the template says: nothing to change\n");

        Command.Outcome updated = throughBucket(
                STACK,
                "EnvironmentSuffix",
                "dev",
                "EnableTerminationProtection",
                "false",
                "EnableApiKeyRotation",
                "true");
        assertThat(updated.exit()).as(updated.toString()).isZero();
        assertThat(updated.out())
                .contains(
                        "UPDATE stack " + STACK + ":\n",
                        "  Modify AWS::DynamoDB::Table TransactionTable\n",
                        " ApiKeySecretArn ",
                        "Stack " + STACK + ": UPDATE_COMPLETE\n",
                        "Termination protection is off\n")
                .doesNotContain("CREATE_COMPLETE AWS::DynamoDB::Table");
        assertThat(stack(STACK).get("EnableTerminationProtection").booleanValue())
                .isFalse();
    }

    /** The setting cannot be created, since there is one of its name; the table would be retained. */
    @Test
    void a_failure_says_why_leaves_nothing_and_can_be_repaired() throws IOException {
        Template template = tableAndSetting();
        written(template, template);
        aws.command("ssm", "put-parameter", "--name", "taken", "--value", "old", "--type", "String")
                .succeed();

        Command.Outcome failed = deploy("settings", "Name", "taken");

        assertThat(failed.exit()).as(failed.toString()).isEqualTo(1);
        assertThat(failed.err())
                .contains("What failed first:\n  Setting: AWS::SSM::Parameter: ")
                .endsWith("deploy.sh: stack settings: ROLLBACK_COMPLETE\n");
        assertThat(failed.out()).contains("  CREATE_FAILED AWS::SSM::Parameter Setting\n");
        assertThat(tables()).as("with --retain-except-on-create").isEmpty();

        Command.Outcome repaired = deploy("settings", "Name", "free");
        assertThat(repaired.exit()).as(repaired.toString()).isZero();
        assertThat(repaired.out())
                .contains("Deleting stack settings, whose creation failed\n", "Stack settings: CREATE_COMPLETE\n");
        assertThat(tables()).containsExactly("kept");

        Command.Outcome refused = deploy("settings", "Name", "");
        assertThat(refused.exit()).as(refused.toString()).isNotZero();
        assertThat(refused.out() + refused.err()).contains("Name");
    }

    @Test
    void calls_that_make_no_sense_are_told_apart() throws IOException {
        Template template = tableAndSetting();
        written(template, template);

        assertThat(aws.bash("deploy/deploy.sh --help").succeed().out()).startsWith("deploy.sh STACK: ");
        for (String call : List.of("", "a b", "'a;b'", "''", "--x")) {
            Command.Outcome outcome = aws.bash("deploy/deploy.sh " + call).run();
            assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(2);
        }
        Command.Outcome missing =
                aws.bash("PARAMETERS_FILE=none.json deploy/deploy.sh s").run();
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).isEqualTo("deploy.sh: there is no file none.json that can be read\n");
    }

    @Test
    void shellcheck_has_nothing_to_say_of_the_script_of_any_pipeline() throws IOException {
        String shellcheck =
                OracleEnvironment.ready("shellcheck", "shellcheck.txt").program("shellcheck");
        for (ReferencePipeline pipeline : ReferencePipelines.all()) {
            Path script = aws.folder().resolve(pipeline.name() + ".sh");
            Files.writeString(script, DeployFiles.of(pipeline.template()).script("../it's a template.yml"));
            assertThat(Command.of(shellcheck, script.toString()).run().out())
                    .as(pipeline.name())
                    .isEmpty();
        }
        Path flawed = Files.writeString(aws.folder().resolve("flawed.sh"), "#!/bin/bash\nrm $1\n");
        assertThat(Command.of(shellcheck, flawed.toString()).run().out()).contains("SC2086");
    }

    private static Template tableAndSetting() {
        Parameter name = Parameter.string("Name").minLength(3).build();
        Table kept = Table.builder("Kept")
                .tableName("kept")
                .billingMode(Table.BILLING_MODE_PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType("S")
                        .build())
                .keySchema(
                        KeySchema.builder().attributeName("id").keyType("HASH").build())
                .options(options -> options.deletionPolicy(DeletionPolicy.RETAIN))
                .build();
        io.tapstack.model.aws.ssm.Parameter setting = io.tapstack.model.aws.ssm.Parameter.builder("Setting")
                .name(name.ref())
                .type("String")
                .value("new")
                .options(options -> options.dependsOn(kept))
                .build();
        return Template.builder()
                .addParameters(name)
                .addResources(kept, setting)
                .build();
    }

    /** Writes the files for one template, and another one in its place, which the emulator takes. */
    private void written(Template template, Template deployed) throws IOException {
        Path file = aws.folder().resolve("TapStack.yml");
        Path folder = Files.createDirectories(aws.folder().resolve("deploy"));
        DeployFiles.of(template).write(file, folder);
        Files.writeString(file, TemplateWriter.yaml().write(deployed));
    }

    private Command.Outcome deploy(String stack, String... parameters) throws IOException {
        return run("", stack, parameters);
    }

    private Command.Outcome throughBucket(String stack, String... parameters) throws IOException {
        return run("TEMPLATE_BUCKET=" + BUCKET + " ", stack, parameters);
    }

    private Command.Outcome run(String variables, String stack, String... parameters) throws IOException {
        List<Map<String, String>> values = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.add(Map.of("ParameterKey", parameters[i], "ParameterValue", parameters[i + 1]));
        }
        Files.writeString(aws.folder().resolve("dev.json"), AwsCli.text(values));
        return aws.bash(variables + "PARAMETERS_FILE=dev.json POLL_SECONDS=0.2 deploy/deploy.sh " + stack)
                .run();
    }

    private JsonNode stack(String name) {
        return aws.make(AwsCall.of("cloudformation", "DescribeStacks", "StackName", name))
                .at("/Stacks/0");
    }

    private List<String> tables() {
        List<String> names = new ArrayList<>();
        aws.make(AwsCall.of("dynamodb", "ListTables", Map.of()))
                .get("TableNames")
                .forEach(name -> names.add(name.textValue()));
        return names;
    }
}
