package io.tapstack.reference.graph;

import io.tapstack.model.template.Resource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who may connect to what, by the rules with which a security group lets another in. Endpoints are left out: their policies say more. */
final class SecurityGroupLinks {

    private static final String GROUP = "AWS::EC2::SecurityGroup";
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";
    private static final String SOURCE = "SourceSecurityGroupId";

    private final Map<String, Resource> resources;
    private final Uses uses;
    private final Map<String, Set<Part>> members = new LinkedHashMap<>();

    SecurityGroupLinks(Map<String, Resource> resources, Uses uses, Parts parts) {
        this.resources = resources;
        this.uses = uses;
        for (Part part : parts.all()) {
            for (Use use : uses.of(part.id())) {
                if (isOf(use.to(), GROUP) && !isOf(part.id(), TypeRoles.ENDPOINT)) {
                    members.computeIfAbsent(use.to(), group -> new LinkedHashSet<>())
                            .add(part);
                }
            }
        }
    }

    /** Adds the connections that the groups let in. */
    void addTo(Links links) {
        for (Use source : uses.all()) {
            if (source.passes(SOURCE) && isOf(source.from(), GROUP)) {
                add(source.to(), source.from(), links);
            } else if (source.passes(SOURCE) && isOf(source.from(), INGRESS)) {
                for (Use use : uses.of(source.from())) {
                    if (use.passes("GroupId")) {
                        add(source.to(), use.to(), links);
                    }
                }
            }
        }
    }

    private void add(String from, String to, Links links) {
        for (Part caller : members.getOrDefault(from, Set.of())) {
            for (Part called : members.getOrDefault(to, Set.of())) {
                links.add(caller.id(), called.id(), LinkKind.CALLS);
            }
        }
    }

    private boolean isOf(String logicalId, String type) {
        Resource resource = resources.get(logicalId);
        return resource != null && resource.resourceType().equals(type);
    }
}
