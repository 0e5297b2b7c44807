package io.tapstack.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.validation.structure.StructuralRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each template in {@code rules/<RuleId>/{pass,fail,unknown}} gives exactly the findings that stand beside it. In {@code pass} the
 * rule must have judged something, in {@code unknown} nothing.
 *
 * <p>{@code -Dtap.update=true} writes the findings anew; read them before you commit them.
 */
class RuleFixturesTest {

    static final Path RULES = Path.of("src/test/resources/rules");

    private static final TemplateValidator VALIDATOR = StructuralRules.validator();

    static List<Path> fixtures() {
        try (Stream<Path> files = Files.walk(RULES)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesExactlyTheFindingsBesideIt(Path file) throws IOException {
        Path place = RULES.relativize(file);
        String rule = place.getName(0).toString();
        String kind = place.getName(1).toString();
        ValidationResult result =
                VALIDATOR.validate(FixtureReader.read(file.getFileName().toString(), Files.readString(file)));

        Path expected = Path.of(file.toString().replace(".yml", ".findings"));
        if (Boolean.getBoolean("tap.update") && !result.findings().isEmpty()) {
            Files.writeString(expected, result.toString());
        }
        assertThat(result.toString()).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
        if (kind.equals("fail")) {
            assertThat(result.findings())
                    .as("findings of %s", rule)
                    .anyMatch(finding -> finding.ruleId().equals(rule));
        } else {
            assertThat(result.findings())
                    .as("findings of %s", rule)
                    .noneMatch(finding -> finding.ruleId().equals(rule));
            assertThat(result.judged(rule) > 0)
                    .as("%s has judged something", rule)
                    .isEqualTo(kind.equals("pass"));
        }
    }
}
