package io.tapstack.patterns.proof;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an update of a stack from one template to another does: to each resource, to the data it holds, and to what stands beside the
 * resources. Immutable.
 *
 * <p>Parameters keep the values they have, whatever these are, so that another default changes nothing. What depends on them, or on what
 * only AWS knows, may happen, and is told apart from what happens in any case. Data counts as lost unless it is certain that it is kept.
 *
 * <p>Not seen is what AWS reads anew with each update, whatever the templates say: the template behind an unchanged URL of a nested
 * stack, and parameters of Systems Manager without a version.
 *
 * <p>What replaces a resource is known from the facts of its type; what is replaced changes all that refers to it, which may replace
 * them in turn.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html">Update
 *     behaviors of stack resources</a>
 */
public final class StackUpdate {

    private final List<ResourceUpdate> resources;
    private final List<DeclarationUpdate> declarations;

    private StackUpdate(List<ResourceUpdate> resources, List<DeclarationUpdate> declarations) {
        this.resources = Collections.unmodifiableList(resources);
        this.declarations = Collections.unmodifiableList(declarations);
    }

    /** The update from one template to another. */
    public static StackUpdate between(Template before, Template after) {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        if (before.equals(after)) {
            return new StackUpdate(List.of(), List.of());
        }
        Map<String, Resource> old = byName(before);
        Map<String, Resource> now = byName(after);
        Redefinitions redefinitions = new Redefinitions(before, after);
        Lifetimes lifetimes = new Lifetimes(before, after, redefinitions);
        Surroundings surroundings = new Surroundings(before, after, redefinitions, lifetimes);
        Map<String, ResourceDraft> drafts = drafts(old, now, surroundings, lifetimes);
        Set<String> retyped = new HashSet<>(now.keySet());
        retyped.retainAll(old.keySet());
        retyped.removeAll(drafts.keySet());
        settle(drafts, retyped);
        Single single = new Single(lifetimes, Surroundings.makesResources(before), Surroundings.makesResources(after));
        List<ResourceUpdate> resources = new ArrayList<>();
        now.forEach((name, resource) -> {
            ResourceDraft draft = drafts.get(name);
            Resource was = old.get(name);
            if (draft != null) {
                draft.finish().ifPresent(resources::add);
            } else {
                (was == null ? Optional.of(single.added(resource)) : single.ofAnotherType(was, resource))
                        .ifPresent(resources::add);
            }
        });
        old.forEach((name, resource) -> {
            if (!now.containsKey(name)) {
                resources.add(single.removed(resource));
            }
        });
        return new StackUpdate(resources, DeclarationComparison.of(before, after, redefinitions, drafts, retyped));
    }

    /** The resources by their names; of two with one name, which CloudFormation refuses, the first. */
    private static Map<String, Resource> byName(Template template) {
        Map<String, Resource> byName = new LinkedHashMap<>();
        for (Resource resource : template.resources()) {
            byName.putIfAbsent(resource.logicalId().name(), resource);
        }
        return byName;
    }

    private static Map<String, ResourceDraft> drafts(
            Map<String, Resource> old, Map<String, Resource> now, Surroundings surroundings, Lifetimes lifetimes) {
        Map<String, ResourceDraft> drafts = new LinkedHashMap<>();
        now.forEach((name, after) -> {
            Resource before = old.get(name);
            if (before != null && before.resourceType().equals(after.resourceType())) {
                ResourceComparison comparison = ResourceComparison.of(before, after, surroundings);
                drafts.put(
                        name,
                        new ResourceDraft(
                                before,
                                after,
                                lifetimes.compare(before, after),
                                comparison.differences(),
                                comparison.ties()));
            }
        });
        return drafts;
    }

    /** Follows the references until nothing more changes; what happens can only get worse, so that this ends. */
    private static void settle(Map<String, ResourceDraft> drafts, Set<String> retyped) {
        Map<String, List<User>> users = new HashMap<>();
        for (ResourceDraft draft : drafts.values()) {
            for (Tie tie : draft.ties()) {
                users.computeIfAbsent(tie.target(), name -> new ArrayList<>()).add(new User(draft, tie));
            }
        }
        for (String name : retyped) {
            users.getOrDefault(name, List.of()).forEach(user -> user.draft().suspect(user.tie()));
        }
        Deque<ResourceDraft> open = new ArrayDeque<>(drafts.values());
        while (!open.isEmpty()) {
            ResourceDraft target = open.remove();
            for (User user : users.getOrDefault(target.name(), List.of())) {
                if (user.draft().follow(user.tie(), target)) {
                    open.add(user.draft());
                }
            }
        }
    }

    /** The resources to which anything happens: those of the second template in its order, then those that are gone. */
    public List<ResourceUpdate> resources() {
        return resources;
    }

    /** What else differs, section by section. */
    public List<DeclarationUpdate> declarations() {
        return declarations;
    }

    /** Whether the two templates say the same, so that there is nothing to update. The order of what they declare is no difference. */
    public boolean isSame() {
        return resources.isEmpty() && declarations.isEmpty();
    }

    /** Whether any data is lost. */
    public DataLoss dataLoss() {
        DataLoss worst = DataLoss.NONE;
        for (ResourceUpdate resource : resources) {
            worst = worst.or(resource.dataLoss());
        }
        for (DeclarationUpdate declaration : declarations) {
            worst = worst.or(declaration.dataLoss());
        }
        return worst;
    }

    /** A resource, and a place in it that refers to another one. */
    private record User(ResourceDraft draft, Tie tie) {}
}
