package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say of the reader is so. */
class ReaderPagesTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern ROW = Pattern.compile("\\| `([^|]*)` \\| (.*?) \\|");

    static List<String> ruleIds() {
        return ReaderRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("ruleIds")
    void everyRuleHasAPageWithAnExampleThatItFinds(String id) throws IOException {
        String page = Files.readString(DOCS.resolve("rules/" + id + ".md"));
        assertThat(page).startsWith("# " + id + "\n").contains("\n## Why\n", "\n## Example\n", "\n## Remedy\n");

        List<String> lines = example(page).lines().toList();
        List<Finding> findings = Readers.read("t.yml", example(page)).findings();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            if (lines.get(i).contains("# " + id) && !id.equals(ReaderRules.UNREADABLE)) {
                assertThat(findings)
                        .as("line %s", line)
                        .anyMatch(finding -> finding.ruleId().equals(id) && Math.abs(finding.line() - line) <= 1);
            }
        }
        assertThat(findings).isNotEmpty().allMatch(finding -> finding.ruleId().equals(id));
    }

    private static String example(String page) {
        int start = page.indexOf("```yaml\n") + 8;
        return page.substring(start, page.indexOf("```", start));
    }

    static List<Arguments> readings() throws IOException {
        return rows("## What is read how", "## What comes back");
    }

    @ParameterizedTest
    @MethodSource("readings")
    void scalarsAreReadAsThePageSays(String written, String read) {
        assertThat("`" + Readers.value(written) + "`").isEqualTo(read);
    }

    static List<Arguments> refusals() throws IOException {
        return rows("## What is refused", "Directories, pipes");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void filesAreRefusedAsThePageSays(String file, String expected) {
        ReadTemplate read = Readers.read("t", file);
        assertThat(read.template()).isEmpty();
        Finding finding = read.findings().get(0);
        assertThat(finding.ruleId() + ": " + finding.message()).startsWith(expected);
    }

    @Test
    void limitsAreWhatThePageSays() throws IOException {
        ReaderLimits limits = ReaderLimits.standard();
        String page = Files.readString(DOCS.resolve("reader.md"));
        assertThat(page)
                .contains("| `bytes` | " + limits.bytes() + " |")
                .containsPattern("\\| `nodes`[^|]*\\| " + limits.nodes() + " \\|")
                .containsPattern("\\| `depth`[^|]*\\| " + limits.depth() + " \\|")
                .containsPattern("\\| `numberLength`[^|]*\\| " + limits.numberLength() + " \\|")
                .containsPattern("\\| `findings`[^|]*\\| " + limits.findings() + " \\|");
    }

    private static List<Arguments> rows(String from, String to) throws IOException {
        String page = Files.readString(DOCS.resolve("reader.md"));
        Matcher matcher = ROW.matcher(page.substring(page.indexOf(from), page.indexOf(to)));
        List<Arguments> rows = new ArrayList<>();
        while (matcher.find()) {
            rows.add(Arguments.of(matcher.group(1), matcher.group(2)));
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }
}
