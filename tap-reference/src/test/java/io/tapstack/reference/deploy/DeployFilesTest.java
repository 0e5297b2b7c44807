package io.tapstack.reference.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.aws.sns.Topic;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeployFilesTest {

    @TempDir
    Path folder;

    static Iterable<ReferencePipeline> pipelines() {
        return ReferencePipelines.all();
    }

    private static Template of(Resource... resources) {
        return Template.builder().addResources(resources).build();
    }

    private static Topic.Builder topic(String logicalId) {
        return Topic.builder(logicalId);
    }

    private static Role.Builder role() {
        return Role.builder("Role")
                .assumeRolePolicyDocument(PolicyDocument.of(Statement.allow("Lambda")
                        .addPrincipals(Principal.service("lambda.amazonaws.com"))
                        .addActions("sts:AssumeRole")
                        .build()));
    }

    private static String script(Template template) {
        return DeployFiles.of(template).script("TapStack.yml");
    }

    @Test
    void parametersHaveTheirDefaultsAndAreAskedForOtherwise() {
        Template template = Template.builder()
                .addParameters(
                        Parameter.string("Suffix").build(),
                        Parameter.number("Days").defaultValue(30).build(),
                        Parameter.string("Text")
                                .defaultValue("ä \"b\" \\ '$(x)'")
                                .build(),
                        Parameter.string("Hidden")
                                .noEcho(true)
                                .defaultValue("secret")
                                .build(),
                        Parameter.string("Asked").noEcho(true).build())
                .build();

        assertThat(DeployFiles.of(template).parameters()).isEqualTo("""
                        [
                          {"ParameterKey":"Suffix","ParameterValue":""},
                          {"ParameterKey":"Days","ParameterValue":"30"},
                          {"ParameterKey":"Text","ParameterValue":"\\u00E4 \\"b\\" \\\\ '$(x)'"},
                          {"ParameterKey":"Asked","ParameterValue":""}
                        ]
                        """);
        assertThat(DeployFiles.of(of()).parameters()).isEqualTo("[]\n");
    }

    @Test
    void tagsAreThoseThatAllTaggedResourcesHaveAsText() {
        Tag project = Tag.of("Project", "p");
        Tag byParameter =
                Tag.of("Environment", Parameter.string("Stage").build().ref());
        Template template = of(
                topic("First")
                        .tags(Tag.of("Name", "first"), project, byParameter, Tag.of("Level", "1"))
                        .build(),
                topic("Second").tags(project, byParameter, Tag.of("Level", "2")).build(),
                topic("Untagged").build());

        assertThat(DeployFiles.of(template).tags()).isEqualTo("[\n  {\"Key\":\"Project\",\"Value\":\"p\"}\n]\n");
        assertThat(DeployFiles.of(of(topic("Untagged").build())).tags()).isEqualTo("[]\n");
    }

    @Test
    void capabilitiesFollowFromTheTemplate() {
        assertThat(script(of(topic("Topic").build()))).contains("\nCAPABILITIES=()\n");
        assertThat(script(of(role().build()))).contains("\nCAPABILITIES=(CAPABILITY_IAM)\n");
        assertThat(script(of(role().roleName("r").build()))).contains("\nCAPABILITIES=(CAPABILITY_NAMED_IAM)\n");
        assertThat(script(Template.builder()
                        .addTransforms(Value.of("AWS::LanguageExtensions"))
                        .build()))
                .contains("\nCAPABILITIES=(CAPABILITY_AUTO_EXPAND)\n");
    }

    @Test
    void whatIsRetainedIsTakenAwayAfterAFailedCreation() {
        assertThat(script(of(topic("Topic").build()))).contains("\nRETAINS=false\n");
        assertThat(script(of(topic("Topic")
                        .options(options -> options.deletionPolicy(DeletionPolicy.RETAIN))
                        .build())))
                .contains("\nRETAINS=true\n");
    }

    @Test
    void terminationProtectionIsAMatterOfTheParameter() {
        assertThat(script(of())).contains("\nPROTECTION_PARAMETER=''\n");
        assertThat(script(Template.builder()
                        .addParameters(
                                Parameter.string("EnableTerminationProtection").build())
                        .build()))
                .contains("\nPROTECTION_PARAMETER=EnableTerminationProtection\n");
    }

    /** Bash itself says what it makes of a name. */
    @Property(tries = 20)
    void namesOfFilesStayNames(@ForAll String name) throws IOException, InterruptedException {
        String whole = name.replace("\0", "").replaceAll("[\\uD800-\\uDFFF]", "?");

        Process bash = new ProcessBuilder("bash", "-c", "printf %s " + ShellText.quoted(whole))
                .redirectErrorStream(true)
                .start();
        byte[] said = bash.getInputStream().readAllBytes();

        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void everyPipelineCanBeDeployed(ReferencePipeline pipeline) throws IOException, InterruptedException {
        Template template = pipeline.template();
        Path deploy = folder.resolve("deploy");
        DeployFiles.prepare(deploy);
        DeployFiles.of(template).write(folder.resolve("TapStack.yml"), deploy);

        String script = Files.readString(deploy.resolve("deploy.sh"));
        assertThat(script)
                .isEqualTo(DeployFiles.of(template).script("../TapStack.yml"))
                .contains("\nTEMPLATE=$HERE/'../TapStack.yml'\n", "\nCAPABILITIES=(CAPABILITY_NAMED_IAM)\n")
                .contains("\nset -euo pipefail\n")
                .doesNotContain("_FILE\n", "_LIST", "RETAINS_RESOURCES", "PARAMETER_NAME");
        JsonNode parameters =
                new ObjectMapper().readTree(deploy.resolve("parameters.json").toFile());
        assertThat(parameters.findValuesAsText("ParameterKey"))
                .containsExactlyElementsOf(template.parameters().stream()
                        .map(parameter -> parameter.logicalId().name())
                        .toList());
        JsonNode tags = new ObjectMapper().readTree(deploy.resolve("tags.json").toFile());
        assertThat(tags.findValuesAsText("Key")).contains("Project");
        Process bash = new ProcessBuilder(
                        "bash", "-n", deploy.resolve("deploy.sh").toString())
                .inheritIO()
                .start();
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void theScriptFindsTheTemplateThroughLinks() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/inner"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        DeployFiles.of(of()).write(folder.resolve("TapStack.yml"), link);

        assertThat(Files.readString(real.resolve("deploy.sh"))).contains("\nTEMPLATE=$HERE/'../../TapStack.yml'\n");
    }

    @Test
    void aFolderIsMadeButNotItsParents() throws IOException {
        DeployFiles.prepare(folder.resolve("new"));
        DeployFiles.prepare(folder.resolve("new"));

        assertThat(folder.resolve("new")).isDirectory();
        assertThatIOException()
                .isThrownBy(() -> DeployFiles.prepare(folder.resolve("missing/new")))
                .withMessageContaining("does not exist");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatIOException().isThrownBy(() -> DeployFiles.prepare(file)).withMessageContaining("not a folder");
    }
}
