package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/pipelines/transaction.md} say what the template says. */
class TransactionPageTest {

    private static Template template;
    private static List<String> lines;

    @BeforeAll
    static void read() throws IOException {
        template = ReferencePipelines.named("transaction").orElseThrow().template();
        lines = Files.readAllLines(OraclePaths.page("transaction"));
    }

    @Test
    void parameters() {
        List<List<String>> expected = new ArrayList<>();
        for (Parameter parameter : template.parameters()) {
            expected.add(List.of(
                    parameter.logicalId().name(), parameter.text("Default").orElse("")));
        }

        assertThat(columns("Parameters", 2)).isEqualTo(expected);
    }

    @Test
    void outputs() {
        List<List<String>> expected = new ArrayList<>();
        for (Output output : template.outputs()) {
            expected.add(List.of(output.logicalId().name(), export(output)));
        }

        assertThat(columns("Outputs", 2)).isEqualTo(expected);
    }

    @Test
    void wildcards() {
        List<List<String>> expected = new ArrayList<>();
        for (Resource resource : template.resources()) {
            Value<?> records = resource.options().metadata().get(ExceptionRecord.METADATA_KEY);
            if (records instanceof ListValue<?> list) {
                for (Value<?> each : list.items()) {
                    PropertyBag members = ((ObjectValue<?>) each).members();
                    expected.add(List.of(
                            resource.logicalId().name(),
                            text(members, "Where"),
                            text(members, "What"),
                            text(members, "Reason"),
                            text(members, "Compensation")));
                }
            }
        }

        assertThat(expected).isNotEmpty();
        assertThat(columns("Wildcards", 5)).isEqualTo(expected);
    }

    /** The first cells of each row of the table under a heading; code marks are not part of a cell. */
    private static List<List<String>> columns(String heading, int count) {
        List<List<String>> rows = new ArrayList<>();
        int line = lines.indexOf("## " + heading);
        assertThat(line).as(heading).isNotNegative();
        while (!lines.get(line).startsWith("|--")) {
            line++;
        }
        for (line++; line < lines.size() && lines.get(line).startsWith("|"); line++) {
            List<String> cells = Arrays.asList(lines.get(line).split("\\|", -1));
            rows.add(cells.subList(1, count + 1).stream()
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList());
        }
        return rows;
    }

    private static String export(Output output) {
        if (output.members().find("Export") instanceof ObjectValue<?> export
                && export.members().find("Name") instanceof Sub name) {
            return name.text().replace("${AWS::StackName}-", "");
        }
        return "";
    }

    private static String text(PropertyBag members, String name) {
        return members.find(name) instanceof Literal<?> literal ? literal.text() : "";
    }
}
