package io.tapstack.reference.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.composition.Weakening;
import io.tapstack.patterns.composition.Weakenings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The score of the invariants, and the page that tells it; {@code -Dgolden.update=true} writes the page anew. */
class InvariantsPageTest {

    private static final Path PAGE = Path.of("../docs/invariants.md");

    static List<TemplateRule> invariants() {
        return Invariants.all();
    }

    @Test
    void everyWeakeningIsCaught() {
        List<Trial> escaped = new ArrayList<>(Trials.all());
        escaped.removeIf(Trial::isCaught);

        System.out.println("invariants: " + (Trials.all().size() - escaped.size()) + " of "
                + Trials.all().size() + " weakenings caught");
        assertThat(escaped).isEmpty();
    }

    @Test
    void theCatalogueIsLargeAndEachWeakeningIsTried() {
        assertThat(Weakenings.all()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(Weakenings.all()).extracting(Weakening::toString).doesNotHaveDuplicates();
        List<Weakening> untried = new ArrayList<>(Weakenings.all());
        List<String> tried =
                Trials.all().stream().map(trial -> trial.weakening().toString()).toList();
        untried.removeIf(weakening -> tried.contains(weakening.toString()));
        assertThat(untried).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void eachInvariantPassesFailsAndSaysThatItDoesNotKnow(TemplateRule rule) {
        for (String kind : List.of("pass", "fail", "unknown")) {
            assertThat(InvariantsPage.fixtures(rule.id(), kind)).as(kind).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void eachInvariantAloneCatchesSomething(TemplateRule rule) {
        assertThat(InvariantsPage.alone(rule.id())).isPresent();
    }

    @Test
    void thePageIsAsTheTestsHaveIt() throws IOException {
        String text = InvariantsPage.text();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(text);
    }
}
