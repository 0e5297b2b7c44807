package io.tapstack.reference.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Which of the errors that cfn-lint does not report another tool reports. */
final class SecondJudge {

    /** What neither reports. */
    final List<Agreement.Difference> alone = new ArrayList<>();

    private final Agreement first;
    private final Map<String, Integer> confirmed = new TreeMap<>();

    /**
     * Asks the judge about each of them.
     *
     * @param agree whether an error of the judge, the first, is what one of the tool, the second, says
     */
    SecondJudge(Agreement first, Peer judge, BiPredicate<Found, Found> agree) {
        this.first = first;
        for (Agreement.Difference difference : first.extra) {
            boolean said = judge.of(difference.file()).stream()
                    .anyMatch(found -> found.isError() && agree.test(found, difference.found()));
            if (said) {
                confirmed.merge(difference.found().rule(), 1, Integer::sum);
            } else {
                alone.add(difference);
            }
        }
    }

    /** How many errors of a rule it reports that cfn-lint does not. */
    int confirmed(String rule) {
        return confirmed.getOrDefault(rule, 0);
    }

    /** The part of the tool's errors that one of both judges reports as errors. */
    Agreement.Share precision() {
        Agreement.Share strict = first.precision();
        int more = confirmed.values().stream().mapToInt(count -> count).sum();
        return new Agreement.Share(strict.part() + more, strict.all());
    }
}
