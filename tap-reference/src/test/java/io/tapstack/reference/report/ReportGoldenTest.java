package io.tapstack.reference.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.validation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report with everything in it, in each form. {@code -Dgolden.update=true} writes the files anew, to be looked at. */
class ReportGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/report");

    @ParameterizedTest
    @CsvSource({
        "TEXT, false, report.txt",
        "TEXT, true, coloured.txt",
        "JSON, false, report.json",
        "JSON, true, report.json",
        "SARIF, false, report.sarif",
        "JUNIT, false, report.xml"
    })
    void isAsRecorded(ReportFormat format, boolean coloured, String file) throws IOException {
        String text = format.write(Reports.everyKind(Optional.of(Severity.ERROR)), coloured);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FOLDER.resolve(file), text);
        }
        assertThat(text).isEqualTo(Files.readString(FOLDER.resolve(file)));
    }

    @Test
    void wordsAreParsedAsTheyAreWritten() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(ReportFormat.parse(format.word())).contains(format);
        }
        assertThat(ReportFormat.parse("xml")).isEmpty();
        assertThat(ReportFormat.parse("JSON")).isEmpty();
    }
}
