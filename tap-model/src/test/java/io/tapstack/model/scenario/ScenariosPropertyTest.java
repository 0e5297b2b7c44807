package io.tapstack.model.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What is said of random conditions, compared with what trying all values of all parameters shows. */
class ScenariosPropertyTest {

    private static final int TRIES = 400;

    private static Map<String, Boolean> wanted(Template template, long seed) {
        Random random = new Random(seed);
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        template.conditions().forEach(condition -> {
            if (random.nextBoolean()) {
                wanted.put(condition.logicalId().name(), random.nextBoolean());
            }
        });
        wanted.putIfAbsent("C3", random.nextBoolean());
        return wanted;
    }

    private static Guard guard(Map<String, Boolean> wanted) {
        Guard guard = null;
        for (Map.Entry<String, Boolean> one : wanted.entrySet()) {
            guard = Guard.within(guard, one.getKey(), one.getValue());
        }
        return Objects.requireNonNull(guard);
    }

    @Property(tries = TRIES)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aGuardIsPossibleIfAndOnlyIfSomeChoiceMakesItSo(@ForAll long seed, @ForAll @IntRange(max = 2) int rules) {
        Template template = RandomConditions.of(seed, rules);
        Map<String, Boolean> wanted = wanted(template, seed);
        BruteForce force = BruteForce.of(template);
        boolean possible = !force.where(wanted).isEmpty();
        Statistics.collect(possible);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 15);
            coverage.check(false).percentage(share -> share > 15);
        });

        assertThat(Scenarios.of(template).satisfiable(guard(wanted)))
                .isEqualTo(possible ? Satisfiability.POSSIBLE : Satisfiability.IMPOSSIBLE);
    }

    @Property(tries = TRIES)
    void theNamedChoiceMakesItSoAndNothingOfItCanBeLeftOut(@ForAll long seed, @ForAll @IntRange(max = 2) int rules) {
        Template template = RandomConditions.of(seed, rules);
        Map<String, Boolean> wanted = wanted(template, seed);
        BruteForce force = BruteForce.of(template);

        Scenarios.of(template).example(guard(wanted)).ifPresent(scenario -> {
            List<String> parameters = scenario.parameters();
            List<Map<String, String>> chosen = obeying(force, scenario, parameters);
            assertThat(chosen).isNotEmpty().allMatch(choice -> force.holds(choice, wanted));
            for (String parameter : parameters) {
                List<String> fewer = new ArrayList<>(parameters);
                fewer.remove(parameter);
                assertThat(obeying(force, scenario, fewer)).anyMatch(choice -> !force.holds(choice, wanted));
            }
        });
    }

    private static List<Map<String, String>> obeying(BruteForce force, Scenario scenario, List<String> parameters) {
        return force.assignments().stream()
                .filter(choice -> parameters.stream()
                        .allMatch(name -> scenario.value(name)
                                .map(value -> value.equals(choice.get(name)))
                                .orElse(!scenario.excluded(name).contains(choice.get(name)))))
                .toList();
    }

    @Property(tries = TRIES)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void nothingIsSaidIfAndOnlyIfItIsSoUnderEveryChoice(@ForAll long seed, @ForAll @IntRange(max = 2) int rules) {
        Template template = RandomConditions.of(seed, rules);
        Map<String, Boolean> wanted = wanted(template, seed);
        BruteForce force = BruteForce.of(template);
        boolean always = force.where(wanted).size() == force.assignments().size();
        Statistics.collect(always);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 1));

        assertThat(Scenarios.of(template).when(guard(wanted)).isEmpty()).isEqualTo(always);
    }

    @Property(tries = TRIES)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void waysCoverAGuardIfAndOnlyIfEachChoiceTakesOneOfThem(
            @ForAll long seed, @ForAll @IntRange(max = 2) int rules, @ForAll @IntRange(min = 1, max = 3) int count) {
        Template template = RandomConditions.of(seed, rules);
        Map<String, Boolean> wanted = wanted(template, seed);
        List<Map<String, Boolean>> ways = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ways.add(wanted(template, seed + i));
        }
        BruteForce force = BruteForce.of(template);
        boolean covered = force.where(wanted).stream()
                .allMatch(choice -> ways.stream().anyMatch(way -> force.holds(choice, way)));
        Statistics.collect(covered);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 5);
            coverage.check(false).percentage(share -> share > 5);
        });

        List<Guard> guards = ways.stream().map(ScenariosPropertyTest::guard).toList();
        Scenarios scenarios = Scenarios.of(template);

        assertThat(scenarios.isCovered(guard(wanted), guards)).isEqualTo(covered);
        Optional<Guard> uncovered = scenarios.uncovered(guard(wanted), guards);
        assertThat(uncovered.isPresent()).isEqualTo(!covered);
        assertThat(force.assignments())
                .filteredOn(choice -> uncovered.isPresent() && force.holds(choice, uncovered.get()))
                .allMatch(choice ->
                        force.holds(choice, wanted) && ways.stream().noneMatch(way -> force.holds(choice, way)))
                .matches(left -> covered || !left.isEmpty());
    }

    @Property(tries = TRIES)
    void allCombinationsOfConditionsAreListedAndNoOthers(@ForAll long seed, @ForAll @IntRange(max = 2) int rules) {
        Template template = RandomConditions.of(seed, rules);
        BruteForce force = BruteForce.of(template);
        List<String> names = template.conditions().stream()
                .map(condition -> condition.logicalId().name())
                .toList();
        List<Guard> expected = new ArrayList<>();
        for (int truths = (1 << names.size()) - 1; truths >= 0; truths--) {
            Map<String, Boolean> wanted = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                wanted.put(names.get(i), (truths >> names.size() - 1 - i & 1) == 1);
            }
            if (!force.where(wanted).isEmpty()) {
                expected.add(guard(wanted));
            }
        }
        Scenarios scenarios = Scenarios.of(template);

        assertThat(scenarios.combinations(null, names, 1 << names.size())).contains(expected);
        if (expected.size() > 1) {
            assertThat(scenarios.combinations(null, names, expected.size() - 1)).isEmpty();
        }
    }

    @Property(tries = TRIES)
    void everyChoiceLeadsAlongTheOneWayToWhatAValueIs(
            @ForAll long seed, @ForAll @IntRange(max = 1) int rules, @ForAll @IntRange(max = 3) int depth) {
        Template template = RandomConditions.of(seed, rules);
        Value<String> value = RandomConditions.value(seed, depth);
        BruteForce force = BruteForce.of(template);
        List<Way> ways = Scenarios.of(template).ways(value, null);

        for (Map<String, String> choice : force.assignments()) {
            Optional<String> expected = force.text(choice, value);
            List<Optional<String>> found = ways.stream()
                    .filter(way -> force.holds(choice, way.guard()))
                    .map(way -> force.text(choice, way.value()))
                    .toList();
            // Where a mapping has no row there is no way, since there is no stack.
            assertThat(found.isEmpty() ? List.of(Optional.empty()) : found).containsExactly(expected);
        }
        assertThat(ways)
                .allMatch(way -> way.guard() == null
                        || force.assignments().stream().anyMatch(choice -> force.holds(choice, way.guard())));
    }
}
