package io.tapstack.patterns.proof;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.scenario.Scenarios;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What two templates say beside the resource that is compared: what names mean, and when conditions hold. */
final class Surroundings {

    private static final int MOST_COMPARISONS = 2_000_000;
    private static final Set<String> PLAIN_TRANSFORMS = Set.of("AWS::LanguageExtensions", "AWS::Serverless-2016-10-31");

    private final Redefinitions redefinitions;
    private final Scenarios scenarios;
    private final Set<String> resources = new HashSet<>();
    private final Set<String> unnamed = new HashSet<>();
    private final boolean makesResources;
    private int comparisons;

    Surroundings(Template before, Template after, Redefinitions redefinitions, Lifetimes lifetimes) {
        this.redefinitions = redefinitions;
        this.scenarios = lifetimes.scenarios();
        Set<String> named = new HashSet<>();
        boolean expanded = false;
        for (Template template : List.of(before, after)) {
            for (Resource resource : template.resources()) {
                String name = resource.logicalId().name();
                resources.add(name);
                (isIdentifiedByAws(resource) ? unnamed : named).add(name);
                expanded |= isExpanded(resource);
            }
            expanded |= makesResources(template);
        }
        unnamed.removeAll(named);
        makesResources = expanded;
    }

    /** Whether AWS makes up what {@code Ref} gives, so that no two resources have the same. */
    private static boolean isIdentifiedByAws(Resource resource) {
        Optional<ResourceFacts> facts = CloudFormationFacts.bundled().resource(resource.resourceType());
        return !resource.resourceType().equals("AWS::CloudFormation::CustomResource")
                && facts.isPresent()
                && !facts.get().refReturns().isEmpty()
                && facts.get().refReturns().stream()
                        .noneMatch(name -> facts.get().property(name).isPresent());
    }

    /** Whether CloudFormation makes other resources of one: of modules and of those of the serverless transform. */
    static boolean isExpanded(Resource resource) {
        return resource.resourceType().endsWith("::MODULE")
                || CloudFormationFacts.bundled()
                        .resource(resource.resourceType())
                        .flatMap(ResourceFacts::transform)
                        .isPresent();
    }

    /** Whether CloudFormation makes resources that do not stand in a template, by loops or macros. */
    static boolean makesResources(Template template) {
        return !template.resourceLoops().isEmpty()
                || template.others().containsKey("Resources")
                || !PLAIN_TRANSFORMS.containsAll(template.transformNames())
                || template.transformNames().size() < template.transforms().size();
    }

    /** The macros of a template but for that of the language extensions, which only let functions stand in more places. */
    static List<Value<?>> macros(Template template) {
        return template.transforms().stream()
                .filter(transform -> !transform.equals(Literal.of("AWS::LanguageExtensions")))
                .toList();
    }

    Redefinitions redefinitions() {
        return redefinitions;
    }

    /** Those of both templates at once, as {@link Lifetimes} has them. */
    Scenarios scenarios() {
        return scenarios;
    }

    /** Whether a name is that of a resource of either template. */
    boolean isResource(String name) {
        return resources.contains(name);
    }

    /** Whether two names of resources are surely those of two different ones, whatever these are called. */
    boolean areDifferent(String first, String second) {
        return !first.equals(second) && unnamed.contains(first) && unnamed.contains(second);
    }

    /** Whether a name that nothing declares may be that of a resource that CloudFormation makes. */
    boolean mayBeMade(String name) {
        return makesResources
                && !resources.contains(name)
                && !redefinitions.isParameter(name)
                && !PseudoParameter.isOne(name);
    }

    /** Counts one more comparison. Whether there have been so many that no more should be made. */
    boolean takesTooLong() {
        return ++comparisons > MOST_COMPARISONS;
    }
}
