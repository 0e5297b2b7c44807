package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.ReadTemplate;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.structure.StructuralRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Our structural rules find what cfn-lint finds, and little else; where they differ, {@code docs/differential.md} says why.
 *
 * <p>{@code -Dgolden.update=true} writes the page anew.
 */
@Tag("oracle")
class DifferentialOracleTest {

    private static final double RECALL = 0.90;
    private static final double PRECISION = 0.91;
    private static final double PRECISION_BY_BOTH = 0.95;
    private static final double RIGHT = 0.98;

    private static final AnsweringRules RULES = AnsweringRules.read();
    private static final Explanations WHY = Explanations.read();

    private static List<String> files;
    private static Peer cfnLint;
    private static Agreement ours;
    private static SecondJudge judge;
    private static Agreement peer;

    @BeforeAll
    static void compare() {
        OracleEnvironment tools = OracleEnvironment.ready();
        Corpus corpus = Corpus.ready(tools);
        Path folder = OraclePaths.emptyFolder("differential");
        files = corpus.files();
        cfnLint = Peer.run("cfn-lint", tools, corpus, folder);
        Peer other = Peer.run("cloudformation-validate", tools, corpus, folder);
        Map<String, List<Found>> found = check(corpus);
        ours = new Agreement(files, cfnLint, found::get, RULES::agree);
        judge = new SecondJudge(ours, other, RULES::agreeWithPeer);
        peer = new Agreement(files, cfnLint, other::of, RULES::agreeOfPeer);
    }

    private static Map<String, List<Found>> check(Corpus corpus) {
        TemplateValidator validator = StructuralRules.validator();
        Map<String, List<Found>> found = new TreeMap<>();
        for (String file : files) {
            ReadTemplate read = TemplateReader.standard().read(corpus.folder().resolve(file));
            List<Found> all = new ArrayList<>();
            read.findings().forEach(finding -> all.add(Found.of(finding)));
            read.template()
                    .ifPresent(template -> read.located(
                                    validator.validate(template).findings())
                            .forEach(finding -> all.add(Found.of(finding))));
            found.put(file, all);
        }
        return found;
    }

    @Test
    void the_page_is_what_was_found() throws IOException {
        String text = DifferentialPage.write(files.size(), ours, judge, peer, WHY);
        Path page = OraclePaths.module().resolveSibling("docs").resolve("differential.md");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, text);
        }

        assertThat(text).isEqualTo(Files.readString(page));
    }

    @Test
    void enough_is_found_and_little_else() {
        assertThat(ours.recall().value()).as("recall " + ours.recall()).isGreaterThanOrEqualTo(RECALL);
        assertThat(ours.precision().value()).as("precision " + ours.precision()).isGreaterThanOrEqualTo(PRECISION);
        assertThat(judge.precision().value())
                .as("by both " + judge.precision())
                .isGreaterThanOrEqualTo(PRECISION_BY_BOTH);
        Agreement.Share right = DifferentialPage.right(judge, WHY);
        assertThat(right.value()).as("right " + right).isGreaterThanOrEqualTo(RIGHT);
    }

    @Test
    void each_difference_has_its_reason_and_each_reason_its_difference() {
        TreeSet<String> differences = new TreeSet<>();
        ours.missed.forEach(one -> differences.add("missed " + one.found().rule()));
        ours.extra.forEach(one -> differences.add("extra " + one.found().rule()));

        assertThat(WHY.keys()).hasSameElementsAs(differences);
    }

    @Test
    void every_rule_that_answers_to_cfn_lint_is_a_rule() throws IOException {
        for (String rule : RULES.ours()) {
            assertThat(OraclePaths.module().resolveSibling("docs").resolve("rules/" + rule + ".md"))
                    .exists();
        }
    }

    /** The comparison itself would be worth nothing if it could not fail. */
    @Test
    void a_rule_less_is_a_rule_missed() {
        Agreement without = new Agreement(files, cfnLint, file -> List.of(), RULES::agree);

        assertThat(without.recall().part()).isZero();
        assertThat(without.missed).hasSize(ours.recall().all());
    }

    @Test
    void a_judge_who_says_nothing_confirms_nothing() {
        SecondJudge silent = new SecondJudge(ours, cfnLint, (theirs, our) -> false);

        assertThat(silent.precision()).isEqualTo(ours.precision());
        assertThat(silent.alone).isEqualTo(ours.extra);
    }

    @Test
    void the_peers_did_not_fail() {
        assertThat(cfnLint.crashes()).isEmpty();
    }
}
