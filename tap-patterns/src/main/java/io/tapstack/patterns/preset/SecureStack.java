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

    /**
     * The resources of its template that do not carry the tags of the conventions, in order: their types have no tags, or none that
     * are a list of keys and values or a map.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html">Tags</a>
     */
    public final List<Resource> untagged() {
        Finishing finishing = new Finishing(conventions());
        List<Resource> untagged = new ArrayList<>(template().resources());
        untagged.removeIf(resource -> finishing.canTag(resource.resourceType()));
        return List.copyOf(untagged);
    }

    /** Collects the parts of a stack. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableSecureStack.Builder {

        Builder() {}
    }
}
