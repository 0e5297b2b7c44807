package io.tapstack.patterns.proof;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource that stands in both templates with the same type, while it is found out what becomes of it: its own differences are known
 * from the start, what others do to it comes bit by bit.
 */
final class ResourceDraft {

    /** Types of which an update in place changes what {@code Ref} gives: it has a number that counts up. */
    private static final Set<String> REVISED = Set.of("AWS::Batch::JobDefinition");

    /** What {@code Ref} gives of it is what its function says. */
    private static final String CUSTOM = "AWS::CloudFormation::CustomResource";

    private final Resource before;
    private final Resource after;
    private final List<Effect> lifetime;
    private final List<Difference> differences;
    private final Set<Tie> ties;
    private final Map<Tie, Level> fired = new HashMap<>();
    private Level replaced = Level.NO;
    private Level updated = Level.NO;

    ResourceDraft(Resource before, Resource after, List<Effect> lifetime, List<Difference> differences, Set<Tie> ties) {
        this.before = before;
        this.after = after;
        this.lifetime = lifetime;
        this.differences = differences;
        this.ties = ties;
        for (Difference difference : differences) {
            count(difference.replacement(), difference.certain() ? Level.YES : Level.MAYBE);
        }
        if (!unknown().isEmpty()) {
            count(Replacement.MAYBE, Level.MAYBE);
        }
    }

    String name() {
        return after.logicalId().name();
    }

    Set<Tie> ties() {
        return ties;
    }

    private void count(Replacement replacement, Level level) {
        if (replacement != Replacement.NEVER) {
            replaced = replaced.or(replacement == Replacement.ALWAYS ? level : level.and(Level.MAYBE));
        }
        updated = updated.or(level);
    }

    /** Another resource of the stack turns out as it does. Whether that changes what becomes of this one. */
    boolean follow(Tie tie, ResourceDraft target) {
        return follow(tie, target.changes(tie.attribute()));
    }

    /** Another resource of the stack may be of another type. Whether that changes what becomes of this one. */
    boolean suspect(Tie tie) {
        return follow(tie, Level.MAYBE);
    }

    private boolean follow(Tie tie, Level changes) {
        Level level = changes;
        level = tie.certain() ? level : level.and(Level.MAYBE);
        Level known = fired.getOrDefault(tie, Level.NO);
        if (level.compareTo(known) <= 0) {
            return false;
        }
        fired.put(tie, level);
        Level replacedBefore = replaced;
        Level updatedBefore = updated;
        count(tie.replacement(), level);
        return replaced != replacedBefore || updated != updatedBefore;
    }

    /** Whether what {@code Ref} or an attribute gives changes. */
    private Level changes(@Nullable String attribute) {
        List<String> identity = CloudFormationFacts.bundled()
                .resource(after.resourceType())
                .map(ResourceFacts::refReturns)
                .orElse(List.of());
        if (attribute == null || attribute.equals("Arn") || identity.contains(attribute)) {
            Level level = isNamed(identity) ? replaced.and(Level.MAYBE) : replaced;
            boolean revised = attribute == null && REVISED.contains(after.resourceType()) && updated != Level.NO;
            level = CUSTOM.equals(after.resourceType()) ? level.and(Level.MAYBE) : level;
            return revised ? level.or(Level.MAYBE) : level;
        }
        return replaced.or(updated).and(Level.MAYBE);
    }

    /** Whether the template names it, and may name the new one alike. */
    private boolean isNamed(List<String> identity) {
        for (String name : identity) {
            boolean differs = differences.stream()
                    .anyMatch(difference ->
                            difference.certain() && difference.property().equals(name));
            if (after.properties().has(name) && !differs) {
                return true;
            }
        }
        return Keeping.isMadeAsAWhole(after.properties());
    }

    /** Whether what {@code Ref} or an attribute gives may change. */
    boolean mayChange(@Nullable String attribute) {
        return changes(attribute) != Level.NO;
    }

    /** What becomes of it; empty if nothing does. */
    Optional<ResourceUpdate> finish() {
        List<Effect> effects = new ArrayList<>(lifetime);
        for (Difference difference : differences) {
            effects.add(effect(difference, difference.certain() ? Level.YES : Level.MAYBE, difference.reason()));
        }
        for (Tie tie : ties) {
            Level level = fired.getOrDefault(tie, Level.NO);
            if (level != Level.NO) {
                String asked = tie.attribute() == null ? "" : "." + tie.attribute();
                String reason = "it refers to " + tie.target() + asked
                        + (level == Level.YES ? ", which changes" : ", which may change");
                effects.add(effect(difference(tie, reason), level, reason));
            }
        }
        options(effects);
        if (effects.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ResourceUpdate(before, after, effects, verdict(), notes()));
    }

    private static Difference difference(Tie tie, String reason) {
        return new Difference(tie.path(), tie.replacement(), false, null, null, false, reason);
    }

    private static Effect effect(Difference difference, Level level, String reason) {
        return switch (difference.replacement()) {
            case ALWAYS -> Effect.between(Fate.REPLACED, level == Level.YES, difference, reason);
            case MAYBE -> Effect.between(Fate.REPLACED, false, difference, reason);
            case NEVER -> Effect.between(Fate.UPDATED, level == Level.YES, difference, reason);
        };
    }

    /** What is said beside the properties, but for the condition. */
    private void options(List<Effect> effects) {
        option(
                effects,
                "DeletionPolicy",
                before.options().deletionPolicy().orElse(null),
                after.options().deletionPolicy().orElse(null));
        option(
                effects,
                "UpdateReplacePolicy",
                before.options().updateReplacePolicy().orElse(null),
                after.options().updateReplacePolicy().orElse(null));
        option(
                effects,
                "CreationPolicy",
                before.options().creationPolicy().orElse(null),
                after.options().creationPolicy().orElse(null));
        option(
                effects,
                "UpdatePolicy",
                before.options().updatePolicy().orElse(null),
                after.options().updatePolicy().orElse(null));
        other(
                effects,
                "DependsOn",
                new HashSet<>(before.options().dependsOn()),
                new HashSet<>(after.options().dependsOn()));
        other(effects, "Metadata", before.options().metadata(), after.options().metadata());
        effects.addAll(unknown());
    }

    /** What stands beside the properties and only macros know: nobody can tell what they make of it. */
    private List<Effect> unknown() {
        Map<String, Value<?>> old = before.options().others();
        Map<String, Value<?>> now = after.options().others();
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        List<Effect> effects = new ArrayList<>();
        for (String name : names) {
            Value<?> was = old.get(name);
            Value<?> is = now.get(name);
            if (!Objects.equals(was, is) && !(isEmpty(was) && isEmpty(is))) {
                boolean secret = Secrets.isSecret(name) || Secrets.isIn(was) || Secrets.isIn(is);
                Difference difference = new Difference(name, Replacement.MAYBE, false, was, is, secret, "");
                effects.add(Effect.between(Fate.REPLACED, false, difference, "what it does is not known"));
            }
        }
        return effects;
    }

    private static boolean isEmpty(@Nullable Value<?> value) {
        return value == null
                || value instanceof ObjectValue<?> object && object.members().isEmpty()
                || value instanceof ListValue<?> list && list.items().isEmpty();
    }

    private static void option(List<Effect> effects, String name, @Nullable Value<?> before, @Nullable Value<?> after) {
        if (!Objects.equals(before, after)) {
            effects.add(Effect.between(
                    Fate.UNTOUCHED, true, new Difference(name, Replacement.NEVER, true, before, after, false, ""), ""));
        }
    }

    private static void other(List<Effect> effects, String path, Object before, Object after) {
        if (!before.equals(after)) {
            effects.add(Effect.of(Fate.UNTOUCHED, true, path, "it is another one"));
        }
    }

    private Keeping.Verdict verdict() {
        List<Difference> all = new ArrayList<>(differences);
        ties.stream().filter(fired::containsKey).forEach(tie -> all.add(difference(tie, "")));
        Keeping.Verdict worst = Shortening.of(after.resourceType(), all);
        if (updated != Level.NO && Keeping.holdsStacks(after.resourceType())) {
            worst = new Keeping.Verdict(
                    DataLoss.POSSIBLE, "what becomes of the resources of its own template is not known");
        }
        if (replaced != Level.NO) {
            worst = worse(worst, limited(Keeping.whenReplaced(before, after), replaced == Level.YES));
        }
        for (Effect effect : lifetime) {
            if (effect.fate() == Fate.REMOVED) {
                worst = worse(worst, limited(Keeping.whenConditionFails(before, after), effect.certain()));
            }
        }
        return worst;
    }

    /** The worse of two; of two that are alike, the one that has a reason. */
    static Keeping.Verdict worse(Keeping.Verdict first, Keeping.Verdict second) {
        int order = first.loss().compareTo(second.loss());
        return order > 0 || order == 0 && second.reason().isEmpty() ? first : second;
    }

    /** What is not certain to happen loses data at most possibly. */
    static Keeping.Verdict limited(Keeping.Verdict verdict, boolean certain) {
        return certain || verdict.loss() == DataLoss.NONE
                ? verdict
                : new Keeping.Verdict(DataLoss.POSSIBLE, verdict.reason());
    }

    private List<String> notes() {
        Optional<String> name = CloudFormationFacts.bundled()
                .resource(after.resourceType())
                .flatMap(ResourceFacts::nameProperty)
                .map(PropertyFacts::name)
                .filter(this::stays);
        if (replaced == Level.NO || name.isEmpty()) {
            return List.of();
        }
        return List.of("CloudFormation cannot replace it while " + name.get()
                + " stays the same: the new one would have the name of the old one");
    }

    /** Whether a property is surely there, and surely the same. */
    private boolean stays(String property) {
        Value<?> value = after.properties().find(property);
        String path = ResourceComparison.PROPERTIES + "/" + property;
        return value != null
                && Pieces.of(value) != null
                && differences.stream()
                        .noneMatch(difference -> difference.property().equals(property))
                && fired.keySet().stream().noneMatch(tie -> tie.path().equals(path));
    }

    /** How sure something is. */
    private enum Level {
        NO,
        MAYBE,
        YES;

        Level or(Level other) {
            return compareTo(other) < 0 ? other : this;
        }

        Level and(Level other) {
            return compareTo(other) > 0 ? other : this;
        }
    }
}
