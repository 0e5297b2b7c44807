package io.tapstack.reference.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why we differ from cfn-lint, rule by rule: {@code differential/explanations.txt}. Each line has {@code missed} or {@code extra},
 * the rule, a verdict and the reason. The verdict says who is right: {@code ours}, {@code theirs}, or {@code both} if the question
 * is one of taste or scope.
 */
final class Explanations {

    private final Map<String, String[]> byKey = new TreeMap<>();

    private Explanations() {}

    static Explanations read() {
        Explanations explanations = new Explanations();
        for (String line : TestData.lines("differential/explanations.txt")) {
            String[] words = line.split(" ", 4);
            if (words.length != 4 || !List.of("ours", "theirs", "both").contains(words[2])) {
                throw new IllegalStateException("explanations.txt: " + line);
            }
            if (explanations.byKey.put(words[0] + " " + words[1], new String[] {words[2], words[3]}) != null) {
                throw new IllegalStateException("explanations.txt explains twice: " + line);
            }
        }
        return explanations;
    }

    /** The reason; empty if there is none. */
    String reason(String kind, String rule) {
        String[] found = byKey.get(kind + " " + rule);
        return found == null ? "" : found[1];
    }

    /** Who is right; empty if nothing is said. */
    String verdict(String kind, String rule) {
        String[] found = byKey.get(kind + " " + rule);
        return found == null ? "" : found[0];
    }

    /** What is explained: {@code missed E0002} and the like. */
    Iterable<String> keys() {
        return byKey.keySet();
    }
}
