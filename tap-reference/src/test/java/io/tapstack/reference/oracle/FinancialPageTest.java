package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Deploys pipeline C with the commands of its page, calls it, and removes it without a trace.
 *
 * <p>The emulator has no network, so nobody could call a private API: there the API is regional by default. It serves APIs below its
 * own address, so {@code curl} is one that goes there.
 */
@Tag("oracle")
class FinancialPageTest {

    private static final String STACK = "secure-pipeline-prod";

    private final Template template =
            ReferencePipelines.named("financial").orElseThrow().template();
    private Emulator emulator;
    private AwsCli aws;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        OracleEnvironment tools = OracleEnvironment.ready();
        Path folder = OraclePaths.emptyFolder("financial-page");
        emulator = Emulator.start(tools, folder);
        aws = new AwsCli(tools, emulator, folder);
        page = new Page(aws, "financial");
        Path curl = Files.writeString(folder.resolve("bin/curl"), """
                #!/bin/bash
                apis='https://([a-z0-9]+)\\.execute-api\\.us-east-1\\.amazonaws\\.com(.*)'
                for argument; do
                  shift
                  if [[ $argument =~ $apis ]]; then
                    argument=%s/_aws/execute-api/${BASH_REMATCH[1]}${BASH_REMATCH[2]}
                  fi
                  set -- "$@" "$argument"
                done
                PATH=${PATH#*:} exec curl --cacert "$AWS_CA_BUNDLE" "$@"
                """.formatted(emulator.endpoint()));
        Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void the_page_of_the_financial_pipeline_works_as_printed() throws IOException {
        deploys();
        takesTransactions();
        verifies();
        leavesNothing();
        page.follow("Troubleshooting");
        assertThat(page.unread()).isEmpty();
    }

    private void deploys() throws IOException {
        Substitution substitution = Substitution.of(template, RefusedTypes.expected("financial"));
        Template regional = regional(AnyContentType.in(substitution.template()));
        Files.writeString(
                aws.folder().resolve("TapStack.json"), TemplateWriter.json().write(regional));
        page.follow("Prepare");
        assertThat(page.follow("Deploy")).contains(":stack/" + STACK);
        assertThat(page.follow("Monitor"))
                .as(EmulatedStack.failures(aws, STACK))
                .contains("\"CREATE_COMPLETE\"");
        assertThat(AwsCli.parse(page.follow("See the outputs")).findValuesAsText("OutputKey"))
                .contains("ApiEndpoint", "ApiKeyId", "TransactionTableName", "DataBucketName", "DatabaseSecretArn");
        List<Resource> direct = new ArrayList<>(substitution.replaced());
        direct.removeIf(resource -> resource.resourceType().startsWith("AWS::SecretsManager::"));
        new DirectCalls(aws, new DeployedStack(aws, regional, STACK)).make(direct);
    }

    private static Template regional(Template template) {
        List<Parameter> parameters = new ArrayList<>(template.parameters());
        parameters.replaceAll(parameter -> parameter.logicalId().name().equals("ApiEndpointType")
                ? Parameter.of(
                        parameter.logicalId(),
                        parameter.members().with("Default", Literal.of("REGIONAL")),
                        parameter.source())
                : parameter);
        assertThat(parameters).isNotEqualTo(template.parameters());
        return template.toBuilder().parameters(parameters).build();
    }

    private void takesTransactions() {
        page.follow("Get the API key");
        JsonNode answer = AwsCli.parse(page.follow("Send a transaction"));
        assertThat(answer.path("message").asText()).isEqualTo("Transaction processed successfully");
        assertThat(answer.get("timestamp").intValue()).isEqualTo(1_234_567_890);
        assertThat(answer.get("duplicate").booleanValue()).isFalse();
        assertThat(page.follow("Send an invalid transaction")).endsWith("\n400\n");
        assertThat(page.follow("Send without the key")).endsWith("\n403\n");
        JsonNode item = AwsCli.parse(page.follow("Look into the table")).get("Item");
        assertThat(item.at("/amount/S").textValue()).isEqualTo("100.50");
        assertThat(page.follow("Look into the bucket")).contains("txn-001.json").doesNotContain("txn-002", "txn-003");
    }

    private void verifies() {
        page.follow("Read the logs");
        assertThat(page.follow("Check the alarms")).contains("api-errors-prod", "lambda-errors-prod");
        page.follow("Check the encryption");
        page.follow("Check point-in-time recovery");
        page.follow("Check the rotation");
    }

    private void leavesNothing() {
        page.follow("Clean up");

        assertThat(aws.make(List.of(
                        AwsCall.of("cloudformation", "DescribeStacks", "StackName", STACK),
                        AwsCall.of("dynamodb", "DescribeTable", "TableName", "transactions-prod"),
                        AwsCall.of("lambda", "GetFunction", "FunctionName", "data-processor-prod"))))
                .extracting(AwsCall.Answer::error)
                .containsExactly("ValidationError", "ResourceNotFoundException", "ResourceNotFoundException");
    }
}
