package io.tapstack.reference.graph;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the parts of an architecture do to each other: from references, from rules of
 * security groups, from the policies of roles and of endpoints.
 */
final class LinkFinder {

    private final Map<String, Resource> resources;
    private final Uses uses;
    private final Parts parts;
    private final Rights rights;
    private final EndpointRoutes routes;
    private final Links links = new Links();

    LinkFinder(Map<String, Resource> resources, Uses uses, Parts parts, Rights rights) {
        this.resources = resources;
        this.uses = uses;
        this.parts = parts;
        this.rights = rights;
        this.routes = new EndpointRoutes(resources, parts.all());
    }

    List<Link> find() {
        uses.all().forEach(this::byReference);
        new SecurityGroupLinks(resources, uses, parts).addTo(links);
        for (Rights.Allowed allowed : rights.allowed()) {
            Set<LinkKind> kinds = Statements.kinds(allowed.statement(), false);
            for (String actor : rights.actors(allowed.policy())) {
                byRight(parts.of(actor), allowed.statement(), allowed.policy(), kinds);
            }
        }
        for (Part part : parts.all()) {
            Resource endpoint = resources.get(part.id());
            if (endpoint != null && endpoint.resourceType().equals(TypeRoles.ENDPOINT)) {
                Statements.of(endpoint).forEach(statement -> byEndpoint(part, statement));
            }
        }
        return links.all();
    }

    private void byReference(Use use) {
        Part from = parts.of(use.from());
        Part to = parts.of(use.to());
        if (from == null || to == null || Members.areSilent(use.path()) || isOwnName(use)) {
            return;
        }
        Optional<LinkKind> backward = Members.backward(use.path());
        Optional<LinkKind> forward = Members.forward(use.path());
        if (backward.isPresent()) {
            links.add(to.id(), from.id(), backward.get());
        } else if (forward.isPresent()) {
            links.add(from.id(), to.id(), fitting(forward.get(), from, to));
        } else if (to.kind() == PartKind.KEY) {
            links.add(to.id(), from.id(), LinkKind.ENCRYPTS);
        } else {
            links.add(from.id(), to.id(), LinkKind.USES);
        }
    }

    /** Whether a resource only takes a part of its own name from the other. */
    private boolean isOwnName(Use use) {
        Resource resource = resources.get(use.from());
        String type = resource == null ? "" : resource.resourceType();
        return use.path().get(0).equals(type.substring(type.lastIndexOf(':') + 1) + "Name");
    }

    /** What has no code is not invoked: a watcher alerts it, anything else writes into it. */
    private static LinkKind fitting(LinkKind kind, Part from, Part to) {
        if (kind != LinkKind.INVOKES || to.kind() != PartKind.CHANNEL && to.kind() != PartKind.STORE) {
            return kind;
        }
        return from.kind() == PartKind.WATCH ? LinkKind.ALERTS : LinkKind.WRITES;
    }

    private void byRight(@Nullable Part from, PropertyBag statement, String policy, Set<LinkKind> kinds) {
        if (from == null) {
            return;
        }
        for (Use use : usesIn(policy, statement, "Resource")) {
            Part to = parts.of(use.to());
            if (to != null && !kinds.isEmpty()) {
                Optional<String> endpoint = routes.between(from, to);
                endpoint.ifPresent(door -> links.add(from.id(), door, LinkKind.CALLS));
                String last = endpoint.orElse(from.id());
                kinds.forEach(kind -> links.add(last, to.id(), kind));
            }
        }
    }

    private void byEndpoint(Part endpoint, PropertyBag statement) {
        for (String member : List.of("Principal", "Condition")) {
            for (Use use : usesIn(endpoint.id(), statement, member)) {
                for (String actor : rights.actors(use.to())) {
                    Part caller = parts.of(actor);
                    if (caller != null && caller.area().equals(endpoint.area())) {
                        links.add(caller.id(), endpoint.id(), LinkKind.CALLS);
                    }
                }
            }
        }
        for (Use use : usesIn(endpoint.id(), statement, "Resource")) {
            Part to = parts.of(use.to());
            if (to != null && !links.has(endpoint.id(), to.id())) {
                Statements.kinds(statement, true).forEach(kind -> links.add(endpoint.id(), to.id(), kind));
            }
        }
    }

    private List<Use> usesIn(String logicalId, PropertyBag statement, String member) {
        Value<?> value = statement.find(member);
        return value == null ? List.of() : uses.in(logicalId, value);
    }
}
