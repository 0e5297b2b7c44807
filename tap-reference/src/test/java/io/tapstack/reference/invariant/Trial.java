package io.tapstack.reference.invariant;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.patterns.composition.Weakening;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A template that was made worse in one way, and what was said of it. */
final class Trial {

    /** Invariants, and what CloudFormation itself demands. */
    static final TemplateValidator VALIDATOR = RulePacks.validator(RulePacks.all());

    private static final TemplateValidator INVARIANTS = RulePacks.validator(List.of(RulePacks.SECURITY));

    private final String pipeline;
    private final Weakening weakening;
    private final Resource victim;
    private final boolean caught;
    private final Set<String> speakers = new TreeSet<>();

    private Trial(String pipeline, Template template, Weakening weakening, Resource victim) {
        this.pipeline = pipeline;
        this.weakening = weakening;
        this.victim = victim;
        Template weakened = weakening.apply(template, victim);
        TemplateValidator validator = Invariants.has(weakening.rule()) ? INVARIANTS : VALIDATOR;
        List<Finding> findings = validator.validate(weakened).findings();
        caught = findings.stream().anyMatch(finding -> weakening.isMeant(weakened, victim, finding));
        findings.forEach(finding -> speakers.add(finding.ruleId()));
        // The condition of the weakenings, which not all of them use.
        speakers.remove("UnusedCondition");
    }

    /** Makes a template worse, which has no findings, and looks what is said. */
    static Trial of(String pipeline, Template template, Weakening weakening, Resource victim) {
        return new Trial(pipeline, template, weakening, victim);
    }

    Weakening weakening() {
        return weakening;
    }

    /** Whether the rule that must speak did, of the resource that it must speak of. */
    boolean isCaught() {
        return caught;
    }

    /** Whether no other invariant had anything to say. */
    boolean isCaughtByOneOnly() {
        return caught && speakers.size() == 1;
    }

    @Override
    public String toString() {
        return pipeline + ": " + weakening + " (" + victim.logicalId() + "), " + weakening.rule() + " of " + speakers;
    }
}
