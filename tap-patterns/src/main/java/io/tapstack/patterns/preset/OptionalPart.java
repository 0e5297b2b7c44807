package io.tapstack.patterns.preset;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Equals;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * Functions and secrets that exist only if a parameter says so, with all that follows from them elsewhere in the stack: endpoints,
 * security-group rules, what the key allows, the rules of AWS Config, alarms.
 *
 * <p>Whoever creates the stack decides, not whoever writes the template.
 */
@Immutable
public abstract class OptionalPart implements Preset {

    OptionalPart() {}

    /** A builder of a part that exists if a parameter of this name, {@code false} by default, is {@code true}. */
    public static Builder builder(String parameterName) {
        return new Builder().source(SourceLocation.ofCaller()).parameterName(parameterName);
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The name of the parameter. */
    public abstract String parameterName();

    /** What the parameter is for. */
    public abstract String description();

    /** The name of the condition; it tells what is true if the part exists, such as {@code RotateApiKeys}. */
    public abstract String conditionName();

    /** What is written above its first resource. */
    public abstract String heading();

    /** The presets in it: functions and secrets. */
    public abstract List<Preset> presets();

    @Check
    void check() {
        for (Preset part : presets()) {
            if (!(part instanceof PrivateLambda) && !(part instanceof RotatingSecret)) {
                throw new IllegalArgumentException("presets: only functions and secrets can be optional, not "
                        + part.getClass().getSimpleName().replace("Immutable", ""));
            }
        }
    }

    @Override
    public List<Preset> parts() {
        return presets();
    }

    @Lazy
    Parameter parameter() {
        return Parameter.string(parameterName())
                .description(description())
                .defaultValue("false")
                .allowedValues("true", "false")
                .build();
    }

    /** The condition on which the part exists, for outputs and the like. */
    @Lazy
    public Condition condition() {
        return Condition.of(conditionName(), Equals.of(parameter().ref(), "true"));
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        Fragment.Builder fragment =
                Fragment.builder().heading(heading()).addParameters(parameter()).addConditions(condition());
        List<Condition> narrower = new ArrayList<>();
        for (Preset part : presets()) {
            Fragment own = part.fragment(wiring);
            narrower.addAll(own.conditions());
            fragment.addAllParameters(own.parameters());
            for (Resource resource : own.resources()) {
                fragment.addResources(conditional(resource));
            }
        }
        if (!narrower.isEmpty()) {
            throw new IllegalStateException(
                    "presets: " + parameterName() + " cannot hold what has conditions of its own: "
                            + narrower.get(0).logicalId());
        }
        return fragment.build();
    }

    private Resource conditional(Resource resource) {
        return resource.withOptions(resource.options().toBuilder()
                .condition(condition().logicalId())
                .build());
    }

    /** Collects the options of an optional part. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableOptionalPart.Builder {

        Builder() {}
    }
}
