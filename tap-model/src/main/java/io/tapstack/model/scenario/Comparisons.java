package io.tapstack.model.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one formula compares with what, and which values of each variable therefore make a difference: two values that every test
 * answers alike count as one.
 */
final class Comparisons {

    private final Map<Variable, List<Set<String>>> tests = new LinkedHashMap<>();
    private final Map<Variable, Set<Variable>> joined = new LinkedHashMap<>();

    static Comparisons of(Formula formula) {
        Comparisons comparisons = new Comparisons();
        formula.visit(comparisons);
        return comparisons;
    }

    void test(Variable variable, Set<String> texts) {
        List<Set<String>> known = tests.computeIfAbsent(variable, none -> new ArrayList<>(1));
        if (!known.contains(texts)) {
            known.add(texts);
        }
    }

    void join(Variable left, Variable right) {
        tests.computeIfAbsent(left, none -> new ArrayList<>(1));
        tests.computeIfAbsent(right, none -> new ArrayList<>(1));
        Set<Variable> all = new LinkedHashSet<>(joined.getOrDefault(left, Set.of(left)));
        all.addAll(joined.getOrDefault(right, Set.of(right)));
        for (Variable member : all) {
            joined.put(member, all);
        }
    }

    /** The variables in the order in which they were first met. */
    List<Variable> variables() {
        return new ArrayList<>(tests.keySet());
    }

    /** Whether a variable is compared with another. */
    boolean isJoined(Variable variable) {
        return joined.containsKey(variable);
    }

    /** All texts that a variable is compared with. */
    List<String> texts(Variable variable) {
        Set<String> texts = new LinkedHashSet<>();
        tests.getOrDefault(variable, List.of()).forEach(texts::addAll);
        return new ArrayList<>(texts);
    }

    /** The values of a variable that make a difference, that which it has by default before the others. */
    List<String> domain(Variable variable) {
        Set<String> candidates = new LinkedHashSet<>();
        Set<Variable> group = joined.getOrDefault(variable, Set.of(variable));
        String preferred = variable.preferred;
        if (!variable.allowed.isEmpty()) {
            if (preferred != null && variable.allowed.contains(preferred)) {
                candidates.add(preferred);
            }
            candidates.addAll(variable.allowed);
        } else {
            Set<String> texts = new LinkedHashSet<>();
            for (Variable member : group) {
                texts.addAll(texts(member));
                texts.addAll(member.allowed);
            }
            if (preferred != null) {
                candidates.add(texts.contains(preferred) ? preferred : variable.other());
            }
            candidates.addAll(texts);
            for (Variable member : group) {
                if (member.allowed.isEmpty()) {
                    candidates.add(member.other());
                }
            }
        }
        return group.size() > 1 ? new ArrayList<>(candidates) : distinct(variable, candidates);
    }

    private List<String> distinct(Variable variable, Set<String> candidates) {
        List<Set<String>> own = tests.getOrDefault(variable, List.of());
        Set<List<Boolean>> seen = new HashSet<>();
        List<String> kept = new ArrayList<>();
        for (String candidate : candidates) {
            List<Boolean> answers = new ArrayList<>(own.size());
            for (Set<String> texts : own) {
                answers.add(texts.contains(candidate));
            }
            if (seen.add(answers)) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
