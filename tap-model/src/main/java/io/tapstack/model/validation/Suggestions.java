package io.tapstack.model.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what somebody may have meant by a misspelt name. */
public final class Suggestions {

    private static final int MOST_CANDIDATES = 2_000;
    private static final int LONGEST_NAME = 255;

    private Suggestions() {}

    /** A question to put behind a message, with a space before it: {@code " Did you mean KeySchema?"}; empty if nothing is close. */
    public static String didYouMean(String name, List<String> candidates) {
        String closest = closest(name, candidates);
        return closest == null ? "" : " Did you mean " + closest + "?";
    }

    /** The candidate that differs in upper and lower case only, else the one with the fewest changes; null if none is close. */
    public static @Nullable String closest(String name, List<String> candidates) {
        if (name.length() > LONGEST_NAME) {
            return null;
        }
        int count = Math.min(candidates.size(), MOST_CANDIDATES);
        for (int i = 0; i < count; i++) {
            if (candidates.get(i).equalsIgnoreCase(name)) {
                return candidates.get(i);
            }
        }
        String best = null;
        int bestDistance = Math.max(1, Math.min(4, name.length() / 3)) + 1;
        for (int i = 0; i < count; i++) {
            String candidate = candidates.get(i);
            if (Math.abs(candidate.length() - name.length()) < bestDistance) {
                int distance = distance(name, candidate);
                if (distance < bestDistance) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    /** How many letters must be inserted, deleted, replaced or swapped with their neighbour. */
    private static int distance(String left, String right) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[right.length()];
    }
}
