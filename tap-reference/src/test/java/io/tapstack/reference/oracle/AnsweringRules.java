package io.tapstack.reference.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which rules of ours answer to which of cfn-lint's, as {@code differential/rules.txt} says, and to which of a peer that has cfn-lint's
 * ids and some of its own, as {@code differential/peer-rules.txt} adds.
 */
final class AnsweringRules {

    private final Map<String, Set<String>> answers = new TreeMap<>();
    private final Map<String, Set<String>> answersToPeer = new TreeMap<>();
    private final Set<String> groups = new HashSet<>();

    private AnsweringRules() {}

    static AnsweringRules read() {
        AnsweringRules rules = new AnsweringRules();
        rules.read("differential/rules.txt", rules.answers);
        rules.read("differential/peer-rules.txt", rules.answersToPeer);
        return rules;
    }

    private void read(String file, Map<String, Set<String>> table) {
        for (String line : TestData.lines(file)) {
            List<String> words = new ArrayList<>(List.of(line.split(" ")));
            Set<String> ours = table.computeIfAbsent(words.remove(0), id -> new HashSet<>());
            for (String word : words) {
                String id = word.replace("*", "");
                ours.add(id);
                if (word.endsWith("*")) {
                    groups.add(id);
                }
            }
        }
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
        return agree(answers.getOrDefault(theirs.rule(), Set.of()), theirs, ours);
    }

    /**
     * Whether one of our findings says what one of the peer, the first, says. Its ids that are cfn-lint's are taken as such; of its own
     * ids only those count that the table knows.
     */
    boolean agreeWithPeer(Found peers, Found ours) {
        Set<String> ids = answersToPeer.get(peers.rule());
        return agree(ids == null ? answers.getOrDefault(ofCfnLint(peers.rule()), Set.of()) : ids, peers, ours);
    }

    private boolean agree(Set<String> ids, Found theirs, Found ours) {
        if (!ids.contains(ours.rule())) {
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
        String id = ofCfnLint(peers.rule());
        boolean own = answersToPeer.containsKey(peers.rule()) || !answers.containsKey(id);
        return (own || id.equals(theirs.rule())) && theirs.isNear(peers);
    }

    /** The peer's F1001 is cfn-lint's E1001, only graver. */
    private static String ofCfnLint(String id) {
        return id.replaceFirst("^F", "E");
    }

    /** All ids of ours that answer to an error of cfn-lint or of the peer. */
    Set<String> ours() {
        Set<String> all = new HashSet<>();
        answers.forEach((theirs, ours) -> all.addAll(ours));
        answersToPeer.forEach((peers, ours) -> all.addAll(ours));
        return all;
    }
}
