package io.tapstack.reference.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which rules of ours answer to which of cfn-lint's, as {@code differential/rules.txt} says. */
final class AnsweringRules {

    private final Map<String, Set<String>> answers = new TreeMap<>();
    private final Set<String> groups = new HashSet<>();

    private AnsweringRules() {}

    static AnsweringRules read() {
        AnsweringRules rules = new AnsweringRules();
        for (String line : TestData.lines("differential/rules.txt")) {
            List<String> words = new ArrayList<>(List.of(line.split(" ")));
            Set<String> ours = rules.answers.computeIfAbsent(words.remove(0), id -> new HashSet<>());
            for (String word : words) {
                String id = word.replace("*", "");
                ours.add(id);
                if (word.endsWith("*")) {
                    rules.groups.add(id);
                }
            }
        }
        return rules;
    }

    /** Whether a rule of cfn-lint is among those with which we compare: syntax, references, parameters, types, values, … */
    static boolean isInScope(String rule) {
        if (rule.startsWith("E3")) {
            int number = Integer.parseInt(rule.substring(1));
            return number >= 3001 && number <= 3034;
        }
        return rule.matches("E[012678][0-9]{3}");
    }

    /** Whether one of our findings says what cfn-lint says. */
    boolean agree(Found theirs, Found ours) {
        if (!answers.getOrDefault(theirs.rule(), Set.of()).contains(ours.rule())) {
            return false;
        }
        String element = theirs.element();
        boolean group = groups.contains(ours.rule())
                && !element.isEmpty()
                && (ours.element().equals(element) || ours.message().contains(element));
        return group || theirs.isNear(ours);
    }

    /** Whether a finding of a peer that has cfn-lint's ids, and some of its own, says what cfn-lint says. */
    boolean agreeOfPeer(Found theirs, Found peers) {
        boolean own = !answers.containsKey(peers.rule());
        return (own || peers.rule().equals(theirs.rule())) && theirs.isNear(peers);
    }

    /** All ids of ours that answer to an error of cfn-lint. */
    Set<String> ours() {
        Set<String> all = new HashSet<>();
        answers.forEach((theirs, ours) -> all.addAll(ours));
        return all;
    }
}
