package io.tapstack.model.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A choice of parameters, as far as it matters, and what is so under it. Whatever the parameters are that it does not speak of, the
 * same is so. Immutable.
 */
public final class Scenario {

    private final Guard guard;
    private final Map<String, String> chosen;
    private final Map<String, List<String>> excluded;

    Scenario(Guard guard, Map<String, String> chosen, Map<String, List<String>> excluded) {
        this.guard = guard;
        this.chosen = Collections.unmodifiableMap(chosen);
        this.excluded = Collections.unmodifiableMap(excluded);
    }

    /** What is so under this choice: conditions that hold or do not, and parameters with certain values. */
    public Guard guard() {
        return guard;
    }

    /** The parameters and pseudo parameters that matter, in a fixed order. */
    public List<String> parameters() {
        return Collections.unmodifiableList(new ArrayList<>(excluded.keySet()));
    }

    /** The value of a parameter; empty if it does not matter, or may be any but the {@linkplain #excluded excluded} ones. */
    public Optional<String> value(String parameter) {
        return Optional.ofNullable(chosen.get(parameter));
    }

    /** The values that a parameter without a {@linkplain #value value} must not have. */
    public List<String> excluded(String parameter) {
        return Collections.unmodifiableList(excluded.getOrDefault(parameter, List.of()));
    }

    /** As words: {@code "Environment is 'prod' and Days is none of '1', '7'"}; empty if no parameter matters. */
    @Override
    public String toString() {
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, List<String>> one : excluded.entrySet()) {
            String parameter = one.getKey();
            String value = chosen.get(parameter);
            said.add(
                    value == null
                            ? Words.isNoneOf(parameter, one.getValue())
                            : Words.isOneOf(parameter, List.of(value)));
        }
        return String.join(" and ", said);
    }
}
