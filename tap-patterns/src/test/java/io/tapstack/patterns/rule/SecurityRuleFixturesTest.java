package io.tapstack.patterns.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.ReadTemplate;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.patterns.rule.pack.PackedRule;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each template in {@code rules/<RuleId>/{pass,fail,unknown}} gives exactly the findings of the rule that stand beside it. In
 * {@code pass} the rule must have judged something, in {@code unknown} nothing.
 *
 * <p>{@code -Dgolden.update=true} writes the findings anew; read them before you commit them.
 */
class SecurityRuleFixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/rules");
    private static final Path PAGES = Path.of("../docs/rules");

    static List<TemplateRule> rules() {
        return Stream.of(RulePacks.SECURITY, RulePacks.PRACTICE)
                .flatMap(pack -> pack.rules().stream())
                .map(PackedRule::rule)
                .filter(distinct(new HashSet<>()))
                .toList();
    }

    private static Predicate<TemplateRule> distinct(Set<String> seen) {
        return rule -> seen.add(rule.id());
    }

    static List<Path> fixtures() {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
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
        Path place = FIXTURES.relativize(file);
        String id = place.getName(0).toString();
        TemplateRule rule =
                rules().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        ReadTemplate read = TemplateReader.standard().read(file.getFileName().toString(), Files.readAllBytes(file));
        assertThat(read.findings()).isEmpty();

        ValidationResult result =
                TemplateValidator.of(List.of(rule)).validate(read.template().orElseThrow());

        String findings = read.located(result.findings()).stream()
                .map(Finding::toString)
                .collect(Collectors.joining("\n", "", result.findings().isEmpty() ? "" : "\n"));
        Path expected = Path.of(file.toString().replace(".yml", ".findings"));
        if (Boolean.getBoolean("golden.update") && !findings.isEmpty()) {
            Files.writeString(expected, findings);
        }
        assertThat(findings).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
        switch (place.getName(1).toString()) {
            case "fail" -> assertThat(result.findings()).isNotEmpty();
            case "pass" -> assertThat(result.judged(id)).isPositive();
            default -> assertThat(result.judged(id)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasAPageAndTemplatesThatPassFailAndCannotBeJudged(TemplateRule rule) throws IOException {
        assertThat(Files.readString(PAGES.resolve(rule.id() + ".md")))
                .startsWith("# " + rule.id() + "\n")
                .contains("\n## Why\n", "\n## Example\n", "\n## Remedy\n");
        for (String kind : List.of("pass", "fail", "unknown")) {
            try (Stream<Path> files = Files.list(FIXTURES.resolve(rule.id()).resolve(kind))) {
                assertThat(files.filter(file -> file.toString().endsWith(".yml")))
                        .as(kind)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyFolderOfTemplatesBelongsToARule() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .hasSameElementsAs(rules().stream().map(TemplateRule::id).toList());
        }
    }
}
