package io.tapstack.patterns.preset;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/** Whether an API does something the strong way or the weak way, or as a parameter of the template says. */
@Immutable(builder = false)
abstract class ApiChoice {

    ApiChoice() {}

    /** The strong way. */
    static ApiChoice strong() {
        return ImmutableApiChoice.of(true, false, "", List.of(), List.of(), "");
    }

    /** The weak way. */
    static ApiChoice weak() {
        return ImmutableApiChoice.of(false, true, "", List.of(), List.of(), "");
    }

    /** As a parameter says that has one value for each way, the strong one first and by default. */
    static ApiChoice byParameter(
            String parameterId, List<String> values, List<String> conditionIds, String description) {
        return ImmutableApiChoice.of(true, true, parameterId, values, conditionIds, description);
    }

    @org.immutables.value.Value.Parameter
    abstract boolean maybeStrong();

    @org.immutables.value.Value.Parameter
    abstract boolean maybeWeak();

    @org.immutables.value.Value.Parameter
    abstract String parameterId();

    @org.immutables.value.Value.Parameter
    abstract List<String> values();

    @org.immutables.value.Value.Parameter
    abstract List<String> conditionIds();

    @org.immutables.value.Value.Parameter
    abstract String description();

    final boolean isOpen() {
        return maybeStrong() && maybeWeak();
    }

    /** The parameter, if there is a choice. */
    @Lazy
    Optional<Parameter> parameter() {
        if (!isOpen()) {
            return Optional.empty();
        }
        return Optional.of(Parameter.string(parameterId())
                .description(description())
                .defaultValue(values().get(0))
                .allowedValues(values().toArray(String[]::new))
                .build());
    }

    /** That it is the strong way, if there is a choice. */
    final Optional<Condition> strongly() {
        return condition(0);
    }

    /** That it is the weak way, if there is a choice. */
    final Optional<Condition> weakly() {
        return condition(1);
    }

    /** That it is this way, if there is a choice. */
    final Optional<Condition> condition(boolean strong) {
        return strong ? strongly() : weakly();
    }

    private Optional<Condition> condition(int way) {
        return parameter()
                .map(parameter -> Condition.of(conditionIds().get(way), Equals.of(parameter.ref(), values().get(way))));
    }

    /** Adds the parameter and the conditions, if there is a choice. */
    final void addTo(Fragment.Builder fragment) {
        fragment.addAllParameters(parameter().stream().toList())
                .addAllConditions(strongly().stream().toList())
                .addAllConditions(weakly().stream().toList());
    }

    /** The value for the way that it is. */
    final <T> Value<T> either(Value<T> whenStrong, Value<T> whenWeak) {
        return strongly()
                .<Value<T>>map(condition -> condition.choose(whenStrong, whenWeak))
                .orElse(maybeStrong() ? whenStrong : whenWeak);
    }
}
