package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

    private static final String SOUND = "Resources:\n  Handle:\n    Type: AWS::CloudFormation::WaitConditionHandle\n";
    private static final String BROKEN = SOUND + "Outputs:\n  Url:\n    Value: !Ref Nothing\n";
    private static final String DOUBTFUL = "Parameters:\n  Spare:\n    Type: String\n" + SOUND;
    private static final String TORN = "Resources:\n  A: 'x\n";

    @TempDir
    Path folder;

    @Test
    void soundTemplatesPass() throws IOException {
        Path file = write("a.yml", SOUND);
        Outcome outcome = Outcome.of("check", file.toString());
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .isEqualTo(file + ": not judged by UnjudgedType:\n"
                        + "    line 3: No security rule judges resources of AWS::CloudFormation::WaitConditionHandle.\n"
                        + "1 file: 0 errors, 0 warnings, 0 infos; not judged: 1 place\n");
    }

    @Test
    void pipelinesPassAsTheyAreSynthesized() throws IOException {
        for (String format : List.of("yaml", "json")) {
            Path file = folder.resolve("a." + format);
            assertThat(Outcome.of("synth", "transaction", "--format", format, "--out", file.toString())
                            .exitCode())
                    .isZero();
            Outcome outcome = Outcome.of("check", file.toString());
            assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
            assertThat(outcome.out()).contains("\n1 file: 0 errors, 0 warnings, ");
        }
    }

    @Test
    void aFindingShowsItsLine() throws IOException {
        Path file = write("a.yml", BROKEN);
        Outcome outcome = Outcome.of("check", file.toString(), "--pack", "structure");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith(file + ":6:5: error DanglingRef: ")
                .contains("\n    6 |     Value: !Ref Nothing\n      |     ^\n    Declare ")
                .endsWith("\n1 file: 1 error, 0 warnings, 0 infos; not judged: 0 places\n");
    }

    @ParameterizedTest
    @CsvSource({
        "error, 0, 1, 2",
        "warning, 1, 1, 2",
        "never, 0, 0, 2",
    })
    void failOnDecidesWhichFindingsFail(String level, int doubtful, int broken, int torn) throws IOException {
        assertThat(exitCode(write("doubtful.yml", DOUBTFUL), level)).isEqualTo(doubtful);
        assertThat(exitCode(write("broken.yml", BROKEN), level)).isEqualTo(broken);
        assertThat(exitCode(write("torn.yml", TORN), level)).isEqualTo(torn);
    }

    private static int exitCode(Path file, String level) {
        return Outcome.of("check", file.toString(), "--fail-on", level).exitCode();
    }

    @Test
    void packsChooseTheRules() throws IOException {
        String table = "Resources:\n  Store:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      Colour: red\n";
        String file = write("a.yml", table).toString();
        List<String> structure = rules("check", file, "--pack", "structure", "--format", "json");
        List<String> security = rules("check", file, "--pack", "security", "--format", "json");
        assertThat(structure).contains("UnknownProperty").doesNotContain("UnencryptedStore");
        assertThat(security).contains("UnencryptedStore").doesNotContain("UnknownProperty");
        assertThat(rules("check", file, "--format", "json"))
                .containsExactlyInAnyOrderElementsOf(concat(structure, security))
                .isEqualTo(rules("check", file, "--pack", "security", "--pack=structure", "--format=json"));
    }

    /** What the template cannot tell is asked for by the pack's name, and whoever mistypes a pack is told of it. */
    @Test
    void thePackPracticeIsAskedForByItsName() throws IOException {
        String table =
                "Resources:\n  Store:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: orders\n";
        String file = write("a.yml", table).toString();
        assertThat(rules("check", file, "--pack", "practice", "--format", "json"))
                .containsExactlyInAnyOrder("ImplicitDeletion", "FixedName");
        assertThat(rules("check", file, "--format", "json"))
                .contains("ImplicitDeletion")
                .doesNotContain("FixedName");
        assertThat(Outcome.of("check", file, "--pack", "practise").err()).contains("structure, security, practice");
        assertThat(Outcome.of("check", "--help").out().replaceAll("\\s+", " "))
                .contains("structure|security|practice", "By default structure and security");
    }

    private static List<String> concat(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<String> rules(String... arguments) throws IOException {
        List<String> rules = new ArrayList<>();
        json(Outcome.of(arguments))
                .get("findings")
                .forEach(finding -> rules.add(finding.get("rule").textValue()));
        return rules;
    }

    @Test
    void jsonHasTheShapeThatOthersBuildOn() throws IOException {
        Path file = write("a.yml", BROKEN);
        JsonNode report = json(Outcome.of("check", file.toString(), "--pack", "structure", "--format", "json"));
        JsonNode finding = report.at("/findings/0");
        assertThat(finding.get("message").textValue()).isNotEmpty();
        assertThat(finding.get("remedy").textValue()).isNotEmpty();
        assertThat(report)
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"findings\": [{\"rule\": \"DanglingRef\", \"severity\": \"error\", \"file\": "
                                + new ObjectMapper().writeValueAsString(file.toString())
                                + ", \"line\": 6, \"logicalId\": \"Url\", \"path\": \"Outputs/Url/Value\", \"message\": "
                                + finding.get("message") + ", \"remedy\": " + finding.get("remedy")
                                + "}], \"summary\": {\"error\": 1, \"warning\": 0, \"info\": 0}}"));
    }

    @Test
    void whatIsNotJudgedIsAnInfoAndNeverFails() throws IOException {
        Path file = write("a.yml", SOUND);
        Outcome outcome = Outcome.of("check", file.toString(), "--format", "json", "--fail-on", "warning");
        assertThat(outcome.exitCode()).isZero();
        JsonNode report = json(outcome);
        assertThat(report.at("/findings/0/severity").textValue()).isEqualTo("info");
        assertThat(report.at("/findings/0/message").textValue()).startsWith("Not judged: ");
        assertThat(report.at("/summary/info").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"sarif, '\"version\": \"2.1.0\"'", "junit, '<testsuites '", "text, '1 file: '"})
    void eachFormatIsWritten(String format, String part) throws IOException {
        Outcome outcome = Outcome.of("check", write("a.yml", BROKEN).toString(), "--format", format);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains(part);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadStopsNoOther() throws IOException {
        Path torn = write("a.yml", TORN);
        Path missing = folder.resolve("missing.yml");
        Path broken = write("z.yml", BROKEN);
        Outcome outcome = Outcome.of("check", torn.toString(), missing.toString(), broken.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out())
                .contains(torn + ":", missing + ": error UnreadableTemplate: ", broken + ":6:5: error DanglingRef: ")
                .contains("\n3 files, 2 of them unreadable: ");
    }

    @Test
    void aNamedFileIsNeverSkipped() throws IOException {
        Outcome outcome = Outcome.of("check", write("notes.txt", "just notes").toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).contains("notes.txt:");
    }

    @Test
    void directoriesAreSearchedAndWhatIsNoTemplateIsNoted() throws IOException {
        write("b/c/deep.template.json", "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}}");
        write("b/b.yml", BROKEN);
        write("a.yaml", SOUND);
        write("package.json", "{\"name\": \"a\"}");
        write("b/readme.md", "Resources:\n");
        Outcome outcome = Outcome.of("check", folder.toString(), "--pack", "structure", "--format", "junit");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(suites(outcome))
                .containsExactly(
                        folder.resolve("a.yaml").toString(),
                        folder.resolve("b/b.yml").toString(),
                        folder.resolve("b/c/deep.template.json").toString());
        assertThat(outcome.err())
                .isEqualTo("tap: " + folder + ": skipped 2 files that are no templates: b/readme.md, package.json\n");
    }

    @Test
    void aTemplateWithASlipIsNotSkipped() throws IOException {
        write("torn.yml", TORN);
        assertThat(Outcome.of("check", folder.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void aDirectoryWithoutTemplatesIsTrouble() throws IOException {
        write("readme.md", "nothing");
        Outcome outcome = Outcome.of("check", folder.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).endsWith("tap: there is no template to check\n");
    }

    @Test
    void aFileIsCheckedOnce() throws IOException {
        Path file = write("a.yml", SOUND);
        Outcome outcome =
                Outcome.of("check", file.toString(), folder.toString(), folder + "/./a.yml", "--format", "junit");
        assertThat(suites(outcome)).containsExactly(file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.yml", "-- --format.yml", "%s$x;'\"&<.yml", "a\nb\u001b[31m.yml", "日本ä.yml", "c:d.yml"})
    void oddNamesAreNoTrouble(String name) throws IOException {
        Path file = write(name, BROKEN);
        Outcome text = Outcome.of("check", "--pack", "structure", "--", file.toString());
        assertThat(text.exitCode()).as(text.toString()).isEqualTo(1);
        assertThat(text.out().lines()).hasSize(5);
        assertThat(text.out()).doesNotContain("\u001b");
        JsonNode json = json(Outcome.of("check", "--pack", "structure", "--format", "json", file.toString()));
        assertThat(json.at("/findings/0/file").textValue()).isEqualTo(file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b"})
    void whatIsNoNameIsRefused(String name) {
        assertThat(Outcome.of("check", name)).satisfies(TapTest::isOneLineOfTrouble);
    }

    @Test
    void hostileTextIsHarmless() throws IOException {
        String hostile = SOUND + "Outputs:\n  Url:\n    Value: !Ref \"\\e[2J\u202enothing\\n\" # \u009b31m\n";
        Outcome outcome = Outcome.of("check", write("a.yml", hostile).toString());
        assertThat(outcome.exitCode()).isPositive();
        assertThat(outcome.out()).doesNotContain("\u001b", "\u202e", "\u009b");
    }

    @Test
    void theOrderIsThatOfTheFilesHoweverManyAreCheckedAtOnce() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("check", "--format", "json"));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Path file = write("f" + (i * 37 % 60) + ".yml", i % 7 == 0 ? TORN : BROKEN + "#".repeat(i * 500));
            arguments.add(file.toString());
            expected.add(file.toString());
        }
        Outcome first = Outcome.of(arguments.toArray(new String[0]));
        List<String> files = new ArrayList<>();
        json(first)
                .get("findings")
                .forEach(finding -> files.add(finding.get("file").textValue()));
        assertThat(files.stream().distinct()).containsExactlyElementsOf(expected);
        for (int i = 0; i < 5; i++) {
            assertThat(Outcome.of(arguments.toArray(new String[0]))).isEqualTo(first);
        }
    }

    @Test
    void onATerminalThereAreColoursAndProgress() throws IOException {
        write("a.yml", SOUND);
        write("b.yml", BROKEN);
        Outcome terminal = on(new Terminal(true, true), "check", folder.toString());
        assertThat(terminal.err()).isEqualTo("\r\u001b[Kchecked 1 of 2 files\r\u001b[Kchecked 2 of 2 files\r\u001b[K");
        assertThat(terminal.out()).contains("\u001b[31merror\u001b[0m");
        Outcome plain = on(Terminal.NONE, "check", folder.toString());
        assertThat(plain.err()).isEmpty();
        assertThat(plain.out()).isEqualTo(terminal.out().replaceAll("\u001b\\[\\d+m", ""));
        assertThat(on(new Terminal(true, true), "check", folder.resolve("b.yml").toString())
                        .err())
                .isEmpty();
        assertThat(on(new Terminal(true, false), "check", folder.toString(), "--format", "json")
                        .out())
                .doesNotContain("\u001b");
    }

    private static Outcome on(Terminal terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new Tap(ReferencePipelines.all()).run(new Console(out, err, terminal), arguments);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aTemplateThatCannotBeSentDirectlyIsToldSo() throws IOException {
        Path file = write("a.yml", SOUND + "#" + "x".repeat(60_000) + "\n");
        assertThat(Outcome.of("check", file.toString(), "--pack", "structure").out())
                .startsWith(file + ": info TemplateSize: ");
        assertThat(Outcome.of("check", file.toString(), "--pack", "security").out())
                .doesNotContain("TemplateSize");
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(outcome.out());
    }

    private static List<String> suites(Outcome outcome) {
        List<String> names = new ArrayList<>();
        outcome.out()
                .lines()
                .filter(line -> line.startsWith("  <testsuite name=\""))
                .forEach(line -> names.add(line.split("\"", -1)[1]));
        return names;
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
