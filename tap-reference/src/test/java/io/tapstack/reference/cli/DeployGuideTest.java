package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.reference.pipeline.TransactionPipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/deploy.md} shows is so: its first command writes the files that it names, and its script knows its variables. */
class DeployGuideTest {

    private static final Path PAGE = Path.of("../docs/deploy.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+)\\n(.*?)```");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");

    @TempDir
    Path folder;

    @Test
    void theFirstCommandWritesWhatThePageShows() throws IOException {
        String script = deployed();

        assertThat(folder.resolve("TapStack.yml")).exists();
        String page = page();
        try (Stream<Path> files = Files.list(folder.resolve("deploy"))) {
            assertThat(files.map(file -> "| `deploy/" + file.getFileName() + "` |"))
                    .allSatisfy(row -> assertThat(page).contains(row))
                    .hasSize(3);
        }
        assertThat(blocks("json")).containsExactly(Files.readString(folder.resolve("deploy/parameters.json")));
        Matcher variable = VARIABLE.matcher(page);
        List<String> named = new ArrayList<>();
        while (variable.find()) {
            named.add(variable.group(1));
            assertThat(script).contains("\n" + variable.group(1) + "=${" + variable.group(1) + ":-");
        }
        assertThat(named).containsExactly("PARAMETERS_FILE", "TAGS_FILE", "TEMPLATE_BUCKET", "POLL_SECONDS");
    }

    /** Run with a program in place of the AWS CLI, which fails: the script passes its own checks and gets as far as the first call. */
    @Test
    void theCommandsThatFollowGetAsFarAsTheFirstCall() throws IOException, InterruptedException {
        deployed();
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path aws = Files.writeString(bin.resolve("aws"), "#!/bin/sh\necho \"aws $*\"\nexit 3\n");
        assertThat(aws.toFile().setExecutable(true)).isTrue();

        ProcessBuilder bash = new ProcessBuilder("bash", "-c", blocks("bash").get(1))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        bash.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        Process process = bash.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isEqualTo(3);
        assertThat(printed)
                .isEqualTo("Copying the template to s3://my-templates/transaction-pipeline-dev/TapStack.yml\n"
                        + "aws s3 cp --only-show-errors "
                        + folder.resolve("deploy").toRealPath()
                        + "/../TapStack.yml s3://my-templates/transaction-pipeline-dev/TapStack.yml\n");
    }

    /** Runs the first command of the page in the folder, and gives the script. */
    private String deployed() throws IOException {
        String[] words = blocks("bash").get(0).strip().split(" ", -1);
        assertThat(words).startsWith("tap", "synth", new TransactionPipeline().name());
        List<String> arguments = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            boolean file = words[i - 1].equals("--out") || words[i - 1].equals("--deploy-dir");
            arguments.add(file ? folder.resolve(words[i]).toString() : words[i]);
        }
        Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return Files.readString(folder.resolve("deploy/deploy.sh"));
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(page());
        while (block.find()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
