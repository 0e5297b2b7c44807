package io.tapstack.patterns.rule.pack;

import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/** A rule in a pack, and the resource types that it judges. */
@Immutable
public abstract class PackedRule {

    PackedRule() {}

    /** A rule that judges templates as a whole, whatever types their resources have. */
    public static PackedRule anyType(TemplateRule rule) {
        return ImmutablePackedRule.of(rule, Set.of());
    }

    /**
     * A rule that judges resources of these types only.
     *
     * @throws IllegalArgumentException if no type is named
     */
    public static PackedRule of(TemplateRule rule, String... resourceTypes) {
        if (resourceTypes.length == 0) {
            throw new IllegalArgumentException("resourceTypes: " + rule.id() + " judges none");
        }
        return ImmutablePackedRule.of(rule, Set.of(resourceTypes));
    }

    /** A rule that says itself which types it judges. */
    public static PackedRule of(ResourceRule rule) {
        return ImmutablePackedRule.of(rule, rule.resourceTypes());
    }

    /** The rule. */
    @Parameter
    public abstract TemplateRule rule();

    /** The types whose resources it judges; empty if it does not go by types. */
    @Parameter
    public abstract Set<String> resourceTypes();
}
