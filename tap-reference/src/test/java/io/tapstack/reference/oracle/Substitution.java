package io.tapstack.reference.oracle;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.PropertyBag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A template for the emulator alone: each resource of a type that the emulator refuses is an inert one in its place, which keeps
 * what it depends on and the condition on which it exists. Everything else stays as it is.
 */
final class Substitution {

    /** Exists, does nothing, and every emulator knows it. */
    static final String INERT = "AWS::CloudFormation::WaitConditionHandle";

    private final Template template;
    private final List<Resource> replaced;

    private Substitution(Template template, List<Resource> replaced) {
        this.template = template;
        this.replaced = Collections.unmodifiableList(replaced);
    }

    /** Replaces the resources of these types. */
    static Substitution of(Template template, Set<String> refusedTypes) {
        List<Resource> resources = new ArrayList<>();
        List<Resource> replaced = new ArrayList<>();
        for (Resource resource : template.resources()) {
            boolean refused = refusedTypes.contains(resource.resourceType());
            resources.add(refused ? inert(resource) : resource);
            if (refused) {
                replaced.add(resource);
            }
        }
        return new Substitution(template.toBuilder().resources(resources).build(), replaced);
    }

    /** The template that the emulator takes. */
    Template template() {
        return template;
    }

    /** The resources as they were, in the order of the template. */
    List<Resource> replaced() {
        return replaced;
    }

    /** What was replaced, a line each. */
    String report() {
        StringBuilder lines =
                new StringBuilder("oracles: " + replaced.size() + " resources are inert on the emulator:\n");
        for (Resource resource : replaced) {
            lines.append("  ").append(resource).append('\n');
        }
        return lines.toString();
    }

    private static Resource inert(Resource resource) {
        ResourceOptions.Builder kept = ResourceOptions.builder()
                .addAllDependsOn(resource.options().dependsOn())
                .condition(resource.options().condition());
        return GenericResource.of(resource.logicalId(), INERT, PropertyBag.empty(), kept.build(), resource.source());
    }
}
