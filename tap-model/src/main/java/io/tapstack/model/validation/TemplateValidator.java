package io.tapstack.model.validation;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.template.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Runs rules over templates. Immutable and safe to share between threads.
 *
 * <p>The rules of CloudFormation itself come from {@code validation.structure.StructuralRules}; others are added by
 * {@link #with(TemplateRule...)}. All findings come in one run, and none stops another.
 */
public final class TemplateValidator {

    /** The ids of findings that need no rule to be added: those about suppressions. */
    public static final List<String> BUILT_IN_RULES = List.of(Suppressions.MALFORMED, Suppressions.UNUSED);

    private final CloudFormationFacts facts;
    private final List<TemplateRule> rules;
    private final List<String> ids;
    private final PlanBuilder plans;

    private TemplateValidator(CloudFormationFacts facts, List<TemplateRule> rules) {
        this.facts = Objects.requireNonNull(facts, "facts");
        this.rules = Collections.unmodifiableList(rules);
        this.ids = new ArrayList<>(rules.size());
        Set<String> seen = new HashSet<>(BUILT_IN_RULES);
        List<PropertyRule> propertyRules = new ArrayList<>();
        for (TemplateRule rule : rules) {
            String id = rule.id();
            if (!seen.add(id)) {
                throw new IllegalArgumentException("rules: two have the id " + id);
            }
            ids.add(id);
            if (rule instanceof PropertyRule propertyRule) {
                propertyRules.add(propertyRule);
            }
        }
        this.plans = new PlanBuilder(propertyRules);
    }

    /** A validator with these rules and the facts that came with this library. */
    public static TemplateValidator of(List<? extends TemplateRule> rules) {
        return new TemplateValidator(CloudFormationFacts.bundled(), new ArrayList<>(rules));
    }

    /**
     * This validator with more rules.
     *
     * @throws IllegalArgumentException if two rules have the same id
     */
    public TemplateValidator with(TemplateRule... more) {
        List<TemplateRule> all = new ArrayList<>(rules);
        Collections.addAll(all, more);
        return new TemplateValidator(facts, all);
    }

    /** This validator with other facts. */
    public TemplateValidator withFacts(CloudFormationFacts others) {
        return new TemplateValidator(others, rules);
    }

    /** The rules, in the order in which they were added. */
    public List<TemplateRule> rules() {
        return rules;
    }

    /** Judges a template. */
    public ValidationResult validate(Template template) {
        TemplateContext context = TemplateContext.of(Objects.requireNonNull(template, "template"), facts);
        List<RuleSink> sinks = new ArrayList<>(rules.size() + 2);
        List<RuleSink> propertySinks = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            TemplateRule rule = rules.get(i);
            RuleSink sink = new RuleSink(ids.get(i), rule.severity(), context);
            sinks.add(sink);
            if (rule instanceof PropertyRule) {
                propertySinks.add(sink);
            }
            rule.check(context, sink);
        }
        if (!propertySinks.isEmpty()) {
            new PropertyWalk(context, plans, propertySinks).run();
        }
        return collect(context, sinks);
    }

    private static ValidationResult collect(TemplateContext context, List<RuleSink> sinks) {
        RuleSink malformed = new RuleSink(Suppressions.MALFORMED, Severity.ERROR, context);
        RuleSink unused = new RuleSink(Suppressions.UNUSED, Severity.WARNING, context);
        Suppressions suppressions = new Suppressions(context, malformed);
        List<PlacedFinding> open = new ArrayList<>();
        List<PlacedFinding> unjudged = new ArrayList<>();
        Map<String, Long> judged = new HashMap<>();
        List<PlacedFinding> accepted = new ArrayList<>();
        for (RuleSink sink : sinks) {
            for (PlacedFinding placed : sink.findings) {
                (suppressions.of(placed) == null ? open : accepted).add(placed);
            }
            unjudged.addAll(sink.unjudged);
            judged.put(sink.ruleId, sink.judged);
        }
        suppressions.reportUnused(judged.keySet(), unused);
        open.addAll(malformed.findings);
        open.addAll(unused.findings);
        judged.put(malformed.ruleId, malformed.judged);
        judged.put(unused.ruleId, unused.judged);
        return new ValidationResult(sorted(open), suppressed(accepted, suppressions), sorted(unjudged), judged);
    }

    private static List<Finding> sorted(List<PlacedFinding> placed) {
        Collections.sort(placed);
        List<Finding> findings = new ArrayList<>(placed.size());
        for (PlacedFinding one : placed) {
            findings.add(one.finding);
        }
        return findings;
    }

    private static List<SuppressedFinding> suppressed(List<PlacedFinding> accepted, Suppressions suppressions) {
        Collections.sort(accepted);
        List<SuppressedFinding> findings = new ArrayList<>(accepted.size());
        for (PlacedFinding one : accepted) {
            Suppression suppression = suppressions.of(one);
            if (suppression != null) {
                findings.add(SuppressedFinding.of(one.finding, suppression));
            }
        }
        return findings;
    }
}
