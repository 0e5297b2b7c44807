package io.tapstack.reference.invariant;

import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.rule.pack.PackedRule;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules that must hold of every secure stack of ours: those of the pack {@code security}. */
final class Invariants {

    private static final Set<String> IDS = new HashSet<>();

    static {
        all().forEach(rule -> IDS.add(rule.id()));
    }

    private Invariants() {}

    /** All of them, by id. */
    static List<TemplateRule> all() {
        return RulePacks.SECURITY.rules().stream()
                .map(PackedRule::rule)
                .sorted(Comparator.comparing(TemplateRule::id))
                .toList();
    }

    /** Whether a rule is one of them. */
    static boolean has(String rule) {
        return IDS.contains(rule);
    }

    /** The other rules that some weakening is for: what CloudFormation itself demands. */
    static Set<String> others() {
        Set<String> ids = new LinkedHashSet<>();
        Trials.all().forEach(trial -> ids.add(trial.weakening().rule()));
        all().forEach(rule -> ids.remove(rule.id()));
        return ids;
    }
}
