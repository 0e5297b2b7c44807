package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.patterns.rule.pack.RulePacks;
import io.tapstack.reference.check.FileChecker;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import io.tapstack.reference.report.CheckReport;
import io.tapstack.reference.report.FileReport;
import io.tapstack.reference.report.ReportFormat;
import io.tapstack.reference.report.RuleSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Reports are what the schemas of their formats allow: SARIF 2.1.0 as cfn-lint's tests have it, JUnit XML as pytest's have it. */
@Tag("oracle")
class ReportSchemasOracleTest {

    private static final String FLAWED =
            "Resources:\n  A b:\n    Type: AWS::DynamoDB::Table\n    Properties: {Colour: !Ref X}\n";

    private static OracleEnvironment tools;
    private static Path folder;
    private static Path sarif;
    private static Path junit;

    @BeforeAll
    static void prepare() {
        tools = OracleEnvironment.ready();
        folder = OraclePaths.emptyFolder("report-schemas");
        sarif = SourceDistribution.file(tools, "cfn-lint==1.58.0", "test/fixtures/schemas/sarif/schema-2.1.0.json");
        junit = SourceDistribution.file(tools, "pytest==9.2.0", "testing/example_scripts/junit-10.xsd");
    }

    @Test
    void sarif_reports_are_valid() throws IOException {
        List<Path> files = List.of(
                Files.writeString(folder.resolve("check.sarif"), report(ReportFormat.SARIF)), golden("report.sarif"));

        assertThat(sarifErrors(files)).isEmpty();
    }

    @Test
    void flawed_sarif_is_refused() throws IOException {
        String sound = Files.readString(golden("report.sarif"));

        assertThat(sarifErrors(List.of(write("a.sarif", sound.replace("\"level\": \"none\"", "\"level\": \"open\"")))))
                .contains("'open' is not one of");
        assertThat(sarifErrors(List.of(write("b.sarif", sound.replace("\"startLine\": 3", "\"startLine\": 0")))))
                .contains("0 is less than the minimum of 1");
    }

    @Test
    void junit_reports_are_valid() throws IOException, SAXException {
        validate(Files.writeString(folder.resolve("check.xml"), report(ReportFormat.JUNIT)));
        validate(golden("report.xml"));
    }

    @Test
    void flawed_junit_is_refused() throws IOException {
        String sound = Files.readString(golden("report.xml"));
        Path flawed = write("flawed.xml", sound.replaceFirst(" errors=\"0\" skipped", " skipped"));

        assertThatThrownBy(() -> validate(flawed))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("errors");
    }

    /** The pipelines in both formats, a template full of flaws with an odd name, one that can't be read, and a missing one. */
    private static String report(ReportFormat format) throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReferencePipeline pipeline : ReferencePipelines.all()) {
            for (TemplateFormat notation : TemplateFormat.values()) {
                files.add(write(
                        pipeline.name() + "." + notation.extension(),
                        TemplateWriter.of(notation).write(pipeline.template())));
            }
        }
        files.add(write("a b\n%20:\u65e5.yml", FLAWED));
        files.add(write("torn.yml", "Resources: ["));
        files.add(folder.resolve("missing.yml"));
        TemplateValidator validator = RulePacks.validator(RulePacks.all());
        FileChecker checker = new FileChecker(TemplateReader.standard(), validator, true, true);
        List<FileReport> reports = new ArrayList<>();
        files.forEach(file -> reports.add(checker.check(file)));
        List<RuleSummary> rules = new ArrayList<>();
        for (TemplateRule rule : validator.rules()) {
            rules.add(new RuleSummary(rule.id(), rule.severity(), rule.title()));
        }
        return format.write(new CheckReport("1.0", rules, Optional.of(Severity.ERROR), reports), false);
    }

    private static String sarifErrors(List<Path> files) {
        List<String> arguments = new ArrayList<>(List.of(
                tools.program("python"),
                OraclePaths.module().resolve("src/test/oracles/schema.py").toString(),
                sarif.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        return Command.of(arguments).succeed().out();
    }

    private static void validate(Path file) throws IOException, SAXException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(junit.toFile())
                .newValidator()
                .validate(new StreamSource(file.toFile()));
    }

    private static Path golden(String name) {
        return OraclePaths.module().resolve("src/test/resources/golden/report").resolve(name);
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
