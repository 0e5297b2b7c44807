package io.tapstack.reference.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** How far the errors of a tool agree with those of cfn-lint, by rule. */
final class Agreement {

    /** Of cfn-lint's errors in scope: how many there are by rule, and how many of them the tool reports too. */
    final Map<String, int[]> recall = new TreeMap<>();
    /** Of the tool's errors: how many, how many cfn-lint reports as errors, how many it reports at all. */
    final Map<String, int[]> precision = new TreeMap<>();
    /** What cfn-lint alone reports: rule, file and place. */
    final List<Difference> missed = new ArrayList<>();
    /** What the tool alone reports as an error. */
    final List<Difference> extra = new ArrayList<>();

    private final BiPredicate<Found, Found> agree;

    /**
     * Compares file by file.
     *
     * @param agree whether a finding of cfn-lint, the first, is what one of the tool, the second, says
     */
    Agreement(List<String> files, Peer cfnLint, Function<String, List<Found>> tool, BiPredicate<Found, Found> agree) {
        this.agree = agree;
        for (String file : files) {
            compare(
                    file,
                    cfnLint.of(file),
                    tool.apply(file).stream().filter(Found::isError).toList());
        }
    }

    private void compare(String file, List<Found> theirs, List<Found> ours) {
        for (Found their : theirs) {
            if (their.isError() && AnsweringRules.isInScope(their.rule())) {
                int[] counts = recall.computeIfAbsent(their.rule(), rule -> new int[2]);
                counts[0]++;
                if (ours.stream().anyMatch(our -> agree.test(their, our))) {
                    counts[1]++;
                } else {
                    missed.add(new Difference(file, their));
                }
            }
        }
        for (Found our : ours) {
            int[] counts = precision.computeIfAbsent(our.rule(), rule -> new int[3]);
            counts[0]++;
            boolean error = theirs.stream().anyMatch(their -> their.isError() && agree.test(their, our));
            boolean anything = error || theirs.stream().anyMatch(their -> agree.test(their, our));
            counts[1] += error ? 1 : 0;
            counts[2] += anything ? 1 : 0;
            if (!error) {
                extra.add(new Difference(file, our));
            }
        }
    }

    /** The part of cfn-lint's errors that the tool reports. */
    Share recall() {
        return share(recall, 1);
    }

    /** The part of the tool's errors that cfn-lint reports as errors. */
    Share precision() {
        return share(precision, 1);
    }

    /** The part of the tool's errors that cfn-lint reports as an error or warning. */
    Share mentioned() {
        return share(precision, 2);
    }

    private static Share share(Map<String, int[]> counts, int part) {
        return new Share(
                counts.values().stream().mapToInt(count -> count[part]).sum(),
                counts.values().stream().mapToInt(count -> count[0]).sum());
    }

    /** A finding of one tool that the other has not. */
    record Difference(String file, Found found) {}

    /** So many of so many. */
    record Share(int part, int all) {

        double value() {
            return all == 0 ? 1 : (double) part / all;
        }

        @Override
        public String toString() {
            return String.format(java.util.Locale.ROOT, "%.1f %% (%d of %d)", 100 * value(), part, all);
        }
    }
}
