package io.tapstack.reference.graph;

import io.tapstack.model.template.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which network each resource is in: that of the subnets, groups and other plumbing to which it refers. */
final class Networks {

    private final Map<String, Resource> resources;
    private final Uses uses;

    Networks(Map<String, Resource> resources, Uses uses) {
        this.resources = resources;
        this.uses = uses;
    }

    /** The networks, in the order of the template. */
    List<Area> areas() {
        Map<String, Integer> subnets = new HashMap<>();
        for (String id : resources.keySet()) {
            if (type(id).equals(TypeRoles.SUBNET)) {
                areaOf(id).ifPresent(area -> subnets.merge(area, 1, Integer::sum));
            }
        }
        List<Area> areas = new ArrayList<>();
        resources.forEach((id, resource) -> {
            if (resource.resourceType().equals(TypeRoles.VPC)) {
                int count = subnets.getOrDefault(id, 0);
                areas.add(new Area(id, id, count == 1 ? "1 subnet" : count + " subnets"));
            }
        });
        return areas;
    }

    /** The network of a resource; empty if it is in none. */
    Optional<String> areaOf(String logicalId) {
        return areaOf(logicalId, new HashSet<>());
    }

    private Optional<String> areaOf(String logicalId, Set<String> seen) {
        if (!seen.add(logicalId)) {
            return Optional.empty();
        }
        for (Use use : uses.of(logicalId)) {
            String type = type(use.to());
            if (Members.areSilent(use.path())) {
                continue;
            }
            if (type.equals(TypeRoles.VPC)) {
                return Optional.of(use.to());
            }
            Optional<String> area =
                    TypeRoles.of(type) instanceof TypeRole.Plumbing ? areaOf(use.to(), seen) : Optional.empty();
            if (area.isPresent()) {
                return area;
            }
        }
        return Optional.empty();
    }

    private String type(String logicalId) {
        Resource resource = resources.get(logicalId);
        return resource == null ? "" : resource.resourceType();
    }
}
