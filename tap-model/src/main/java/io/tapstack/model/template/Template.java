package io.tapstack.model.template;

import io.tapstack.model.value.ForEach;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A CloudFormation template.
 *
 * <p>A template can be wrong: it may hold two resources of one name or a reference to nothing. Building it never throws for that;
 * validation finds all of it, each with its place.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template anatomy</a>
 */
@Immutable
public abstract class Template {

    /** The only version of the format. */
    public static final String FORMAT_VERSION = "2010-09-09";

    Template() {}

    /** A builder with nothing in it. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this template. */
    public final Builder toBuilder() {
        return new Builder().from(this).formatVersion(formatVersion());
    }

    /** The version of the format, of which there is only one; empty if the template does not name it. */
    @Default
    public Optional<String> formatVersion() {
        return Optional.of(FORMAT_VERSION);
    }

    /** What the template is for, in at most 1,024 bytes. */
    public abstract Optional<String> description();

    /** Data about the template, for other tools. */
    public abstract Map<String, Value<?>> metadata();

    /** The macros that work on the whole template, in order: their names, or objects with {@code Name} and {@code Parameters}. */
    public abstract List<Value<?>> transforms();

    /** The parameters, in order. */
    public abstract List<Parameter> parameters();

    /** The mappings, in order. */
    public abstract List<Mapping> mappings();

    /** The rules, in order. */
    public abstract List<Rule> rules();

    /** The conditions, in order. */
    public abstract List<Condition> conditions();

    /** The resources, in order. */
    public abstract List<Resource> resources();

    /** The outputs, in order. */
    public abstract List<Output> outputs();

    /** Loops in the section {@code Conditions}. */
    public abstract List<ForEach> conditionLoops();

    /** Loops in the section {@code Resources}. */
    public abstract List<ForEach> resourceLoops();

    /** Loops in the section {@code Outputs}. */
    public abstract List<ForEach> outputLoops();

    /**
     * What the template holds besides, by the name of its section: sections that this library does not know; sections and entries
     * that do not have the shape of theirs; {@code Fn::Transform} in place of entries; sections with nothing in them. Kept as they
     * stand, and written behind what else stands in the section.
     */
    public abstract Map<String, Value<?>> others();

    /** Comments above resources, by the resource that they stand above. */
    @Auxiliary
    public abstract Map<LogicalId, String> headings();

    /** The first resource with this logical id. */
    public final Optional<Resource> resource(LogicalId logicalId) {
        return resources().stream()
                .filter(resource -> resource.logicalId().equals(logicalId))
                .findFirst();
    }

    /** The names of the macros that work on the whole template, in order. */
    public final List<String> transformNames() {
        List<String> names = new ArrayList<>();
        for (Value<?> transform : transforms()) {
            Value<?> name =
                    transform instanceof ObjectValue<?> call ? call.members().find("Name") : transform;
            if (name instanceof Literal<?> literal) {
                names.add(literal.text());
            }
        }
        return Collections.unmodifiableList(names);
    }

    /** What several fragments declare alike is declared once. */
    @Check
    Template normalized() {
        List<Parameter> distinctParameters = distinct(parameters());
        List<Mapping> distinctMappings = distinct(mappings());
        List<Rule> distinctRules = distinct(rules());
        List<Condition> distinctConditions = distinct(conditions());
        if (distinctParameters.size() == parameters().size()
                && distinctMappings.size() == mappings().size()
                && distinctRules.size() == rules().size()
                && distinctConditions.size() == conditions().size()) {
            return this;
        }
        return toBuilder()
                .parameters(distinctParameters)
                .mappings(distinctMappings)
                .rules(distinctRules)
                .conditions(distinctConditions)
                .build();
    }

    private static <T> List<T> distinct(List<T> declarations) {
        return declarations.size() < 2 ? declarations : new ArrayList<>(new LinkedHashSet<>(declarations));
    }

    /** Collects the parts of a template. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableTemplate.Builder {

        Builder() {}

        /** Adds macros that work on the whole template, by their names. */
        public Builder addTransforms(String... names) {
            for (String name : names) {
                addTransforms(Literal.of(name));
            }
            return this;
        }

        /** Merges a fragment: its parts are added behind what is there. */
        public Builder add(Fragment fragment) {
            List<Resource> resources = fragment.resources();
            if (!resources.isEmpty()) {
                fragment.heading()
                        .ifPresent(text -> putHeadings(resources.get(0).logicalId(), text));
            }
            return addAllParameters(fragment.parameters())
                    .addAllMappings(fragment.mappings())
                    .addAllRules(fragment.rules())
                    .addAllConditions(fragment.conditions())
                    .addAllResources(resources)
                    .addAllOutputs(fragment.outputs());
        }
    }
}
