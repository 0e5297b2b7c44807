package io.tapstack.reference.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.patterns.composition.Weakening;
import io.tapstack.patterns.composition.Weakenings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is chosen, all invariants hold; whatever is made worse, the right one speaks. */
class InvariantPropertyTest {

    private static final String SEED = "20250917";

    @AfterContainer
    static void tellTheSeed() {
        System.out.println("InvariantPropertyTest: seed " + SEED);
    }

    @Provide
    Arbitrary<Choices> choices() {
        return Arbitraries.longs().map(seed -> Choices.of(new Random(seed)));
    }

    @Provide
    Arbitrary<Weakening> weakenings() {
        return Arbitraries.of(Weakenings.all());
    }

    @Provide
    Arbitrary<String> pipelines() {
        return Arbitraries.of(Trials.subjects().keySet());
    }

    @Property(tries = 60, seed = SEED)
    void allInvariantsHold(@ForAll("choices") Choices choices) {
        assertThat(broken(choices.template())).isEmpty();
    }

    /** A record of a branch that these values do not take has nothing to explain. */
    @Property(tries = 100, seed = SEED)
    void allInvariantsHoldForCertainParameters(@ForAll("choices") Choices choices) {
        List<Finding> broken = broken(choices.bound());
        broken.removeIf(finding -> finding.ruleId().equals("OrphanedException"));

        assertThat(broken).isEmpty();
    }

    private static List<Finding> broken(Template template) {
        Set<String> invariants = new TreeSet<>();
        Invariants.all().forEach(rule -> invariants.add(rule.id()));
        List<Finding> broken =
                new ArrayList<>(Trial.VALIDATOR.validate(template).findings());
        broken.removeIf(finding -> !invariants.contains(finding.ruleId()));
        return broken;
    }

    @Property(tries = 200, seed = SEED)
    void theRightInvariantSpeaks(
            @ForAll("pipelines") String pipeline, @ForAll("weakenings") Weakening weakening, @ForAll int choice) {
        Template template = Trials.subjects().get(pipeline);
        List<Resource> victims = weakening.victims(template);
        Assume.that(!victims.isEmpty());
        Resource victim = victims.get(Math.floorMod(choice, victims.size()));

        Trial trial = Trial.of(pipeline, template, weakening, victim);

        assertThat(trial.isCaught()).as(trial.toString()).isTrue();
    }

    /** Silence means something: nothing is said before anything is weakened, and every invariant judged something. */
    @Example
    void allHoldBeforeAnythingIsWeakened() {
        Set<String> idle = new TreeSet<>();
        Invariants.all().stream().map(TemplateRule::id).forEach(idle::add);
        for (Map.Entry<String, Template> subject : Trials.subjects().entrySet()) {
            ValidationResult result = Trial.VALIDATOR.validate(subject.getValue());
            assertThat(result.findings())
                    .as(subject.getKey())
                    .extracting(Finding::ruleId)
                    .isSubsetOf("UnusedCondition");
            idle.removeIf(rule -> result.judged(rule) > 0);
        }
        assertThat(idle).as("invariants that judged nothing in any pipeline").isEmpty();
    }
}
