package io.tapstack.patterns.preset;

import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Rule;
import io.tapstack.model.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value.Immutable;

/**
 * A stack composed of presets: wires them and puts their fragments together.
 */
@Immutable
public abstract class SecureStack {

    SecureStack() {}

    /** A builder of a stack with these conventions. */
    public static Builder builder(StackConventions conventions) {
        return new Builder().conventions(conventions);
    }

    /** What its resources have in common. */
    public abstract StackConventions conventions();

    /** What it is for. */
    public abstract String description();

    /** Parameters beside those that presets bring. */
    public abstract List<Parameter> parameters();

    /** Assertions on parameters and region. */
    public abstract List<Rule> rules();

    /** The building blocks, in the order in which they are written. */
    public abstract List<Preset> presets();

    /** Its outputs. */
    public abstract List<Output> outputs();

    /** The template. */
    public final Template template() {
        Wiring wiring = new Wiring(conventions(), presets());
        Finishing finishing = new Finishing(conventions());
        Template.Builder template = Template.builder()
                .description(description())
                .addParameters(conventions().suffix())
                .addAllParameters(parameters())
                .addAllRules(rules());
        for (Preset preset : presets()) {
            Fragment fragment = preset.fragment(wiring);
            List<Resource> finished = new ArrayList<>();
            for (Resource resource : fragment.resources()) {
                finished.add(finishing.finish(resource));
            }
            template.add(Fragment.builder().from(fragment).resources(finished).build());
        }
        return template.addAllOutputs(outputs()).build();
    }

    /** Collects the parts of a stack. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableSecureStack.Builder {

        Builder() {}
    }
}
