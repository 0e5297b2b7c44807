package io.tapstack.reference.graph;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.PropertyBag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who holds which role, and what the policies of a role allow. */
final class Rights {

    private final Map<String, Resource> resources;

    /** Who holds a role, profile or policy: other rights, or resources that act with it. */
    private final Map<String, Set<String>> holders = new LinkedHashMap<>();

    Rights(Map<String, Resource> resources, Uses uses) {
        this.resources = resources;
        for (Use use : uses.all()) {
            if (!use.passes("Statement") && isRight(use.to())) {
                if (isRight(use.from()) && isHeldBy(use)) {
                    hold(use.from(), use.to());
                } else {
                    hold(use.to(), use.from());
                }
            }
        }
    }

    /** A statement that allows something, and the policy or role in which it stands. */
    record Allowed(String policy, PropertyBag statement) {}

    /** Everything that policies of roles allow, in the order of the template. */
    List<Allowed> allowed() {
        List<Allowed> all = new ArrayList<>();
        resources.forEach((id, resource) -> {
            if (isRight(id)) {
                Statements.of(resource).forEach(statement -> all.add(new Allowed(id, statement)));
            }
        });
        return all;
    }

    /** The resources that act with a role or policy; a role that nobody holds acts by itself. */
    Set<String> actors(String right) {
        Set<String> actors = new LinkedHashSet<>();
        collect(right, actors, new LinkedHashSet<>());
        return actors;
    }

    /** Whether a role is taken on by nothing in the template. */
    boolean isUnheld(String role) {
        return actors(role).contains(role);
    }

    private void collect(String right, Set<String> actors, Set<String> seen) {
        if (!seen.add(right)) {
            return;
        }
        Set<String> direct = holders.getOrDefault(right, Set.of());
        for (String holder : direct) {
            if (isRight(holder)) {
                collect(holder, actors, seen);
            } else {
                actors.add(holder);
            }
        }
        if (direct.isEmpty() && type(right).equals(TypeRoles.ROLE)) {
            actors.add(right);
        }
    }

    /** A policy names its roles; a role or a profile names its policies and roles the other way round. */
    private boolean isHeldBy(Use use) {
        return use.passes("Roles") && !type(use.from()).endsWith("InstanceProfile") || use.passes("RoleName");
    }

    private void hold(String right, String holder) {
        holders.computeIfAbsent(right, key -> new LinkedHashSet<>()).add(holder);
    }

    private boolean isRight(String logicalId) {
        return TypeRoles.of(type(logicalId)) instanceof TypeRole.Rights;
    }

    private String type(String logicalId) {
        Resource resource = resources.get(logicalId);
        return resource == null ? "" : resource.resourceType();
    }
}
