package io.tapstack.reference.graph;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.reference.graph.TypeRole.Drawn;
import io.tapstack.reference.graph.TypeRole.Folded;
import io.tapstack.reference.graph.TypeRole.Gathered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of an architecture, and which part stands for each resource. */
final class Parts {

    private final Map<String, Resource> resources;
    private final Uses uses;
    private final Networks networks;
    private final Rights rights;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    Parts(Map<String, Resource> resources, Uses uses, Networks networks, Rights rights) {
        this.resources = resources;
        this.uses = uses;
        this.networks = networks;
        this.rights = rights;
        resources.forEach(this::add);
    }

    /** All parts, in the order of their resources. */
    List<Part> all() {
        return new ArrayList<>(parts.values());
    }

    /** The part that stands for a resource; null if none does. */
    @Nullable
    Part of(String logicalId) {
        return of(logicalId, new HashSet<>());
    }

    private @Nullable Part of(String logicalId, Set<String> seen) {
        Resource resource = resources.get(logicalId);
        if (resource == null || !seen.add(logicalId)) {
            return null;
        }
        TypeRole role = TypeRoles.of(resource.resourceType());
        if (role instanceof Gathered) {
            return parts.get(resource.resourceType());
        }
        if (role instanceof Folded folded) {
            for (Use use : uses.of(logicalId)) {
                Part owner = use.passes(folded.property()) ? of(use.to(), seen) : null;
                if (owner != null) {
                    return owner;
                }
            }
            return null;
        }
        return parts.get(logicalId);
    }

    private void add(String logicalId, Resource resource) {
        TypeRole role = TypeRoles.of(resource.resourceType());
        boolean conditional = resource.options().condition().isPresent();
        if (role instanceof Drawn drawn) {
            parts.put(logicalId, part(logicalId, resource, drawn.kind(), conditional));
        } else if (role instanceof Gathered gathered) {
            parts.computeIfAbsent(resource.resourceType(), type -> gathered(type, gathered));
        } else if (resource.resourceType().equals(TypeRoles.ROLE) && rights.isUnheld(logicalId)) {
            parts.put(logicalId, part(logicalId, resource, PartKind.OTHER, conditional));
        }
    }

    private Part part(String logicalId, Resource resource, PartKind kind, boolean conditional) {
        return new Part(logicalId, logicalId, detail(resource), kind, networks.areaOf(logicalId), conditional);
    }

    private Part gathered(String type, Gathered role) {
        List<Resource> all = resources.values().stream()
                .filter(resource -> resource.resourceType().equals(type))
                .toList();
        boolean conditional =
                all.stream().allMatch(resource -> resource.options().condition().isPresent());
        String name = all.size() == 1 ? all.get(0).logicalId().name() : all.size() + " " + role.name();
        return new Part(type, name, typeName(type), role.kind(), Optional.empty(), conditional);
    }

    private static String detail(Resource resource) {
        if (!resource.resourceType().equals(TypeRoles.ENDPOINT)) {
            return typeName(resource.resourceType());
        }
        String kind = text(resource.properties().find("VpcEndpointType"));
        String service = service(resource);
        return (kind.isEmpty() ? "gateway" : kind.toLowerCase(Locale.ROOT)) + " endpoint"
                + (service.isEmpty() ? "" : " of " + service);
    }

    /** The last word of the name of an endpoint's service, such as {@code dynamodb}; empty if it cannot be read. */
    static String service(Resource endpoint) {
        String name = text(endpoint.properties().find("ServiceName"));
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String typeName(String type) {
        return (type.startsWith("AWS::") ? type.substring(5) : type).replace("::", " ");
    }

    private static String text(@Nullable Value<?> value) {
        if (value instanceof Sub sub) {
            return sub.text();
        }
        return value instanceof Literal<?> literal ? literal.text() : "";
    }
}
