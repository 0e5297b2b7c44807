package io.tapstack.patterns.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.patterns.rule.pack.PackedRule;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is put together and however it is made worse: the right rule speaks of the right resource. */
class WeakeningPropertyTest {

    private static final TemplateValidator VALIDATOR = RulePacks.validator(RulePacks.all());

    @Provide
    Arbitrary<Composition> compositions() {
        return Compositions.any();
    }

    @Provide
    Arbitrary<Weakening> weakenings() {
        return Arbitraries.of(Weakenings.all());
    }

    @Property(tries = 1000)
    void theRightRuleSpeaks(
            @ForAll("compositions") Composition composition,
            @ForAll("weakenings") Weakening weakening,
            @ForAll int choice) {
        Template template = Weakenings.withSomewhere(composition.template());
        List<Resource> victims = weakening.victims(template);
        Assume.that(!victims.isEmpty());
        Resource victim = victims.get(Math.floorMod(choice, victims.size()));

        assertCaught(weakening, victim, weakening.apply(template, victim));
    }

    @Example
    void everyWeakeningIsCaught() {
        Template template = Weakenings.withSomewhere(SampledCompositions.everything());
        Map<String, Integer> made = new TreeMap<>();
        for (Weakening weakening : Weakenings.all()) {
            List<Resource> victims = weakening.victims(template);
            for (Resource victim : victims.subList(0, Math.min(1, victims.size()))) {
                assertCaught(weakening, victim, weakening.apply(template, victim));
                made.merge(weakening.rule(), 1, Integer::sum);
            }
        }
        Set<String> security = new TreeSet<>();
        for (PackedRule packed : RulePacks.SECURITY.rules()) {
            security.add(packed.rule().id());
        }
        assertThat(made.keySet()).as("rules that some weakening proves").containsAll(security);
    }

    private static void assertCaught(Weakening weakening, Resource victim, Template weakened) {
        List<Finding> findings = VALIDATOR.validate(weakened).findings();
        assertThat(findings)
                .as("%s of %s", weakening, victim.logicalId())
                .anyMatch(finding -> weakening.isMeant(weakened, victim, finding));
    }
}
