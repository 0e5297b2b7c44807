package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.AwsService.EndpointType;
import io.tapstack.patterns.rule.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A function in one way of being in a network: its subnets, its security groups, its roles, and what it reaches from there. */
final class FunctionSite {

    private final TemplateContext context;
    private final Node vpc;
    private final List<Node> subnets;
    private final List<Node> groups;
    private final Map<String, Presence> roles = new TreeMap<>();

    /**
     * A function in a network.
     *
     * @param vpc its {@code VpcConfig} in one of its ways
     */
    FunctionSite(TemplateContext context, Element function, Node vpc) {
        this.context = context;
        this.vpc = vpc;
        this.subnets = items(vpc, "SubnetIds");
        this.groups = items(vpc, "SecurityGroupIds");
        roles.putAll(Targets.keys(Node.property(context, function, "Role"), function.guard()));
        roles.keySet().removeIf(name -> context.resource(name) == null);
    }

    private static List<Node> items(Node vpc, String member) {
        List<Node> items = new ArrayList<>();
        vpc.member(member).forEach(list -> items.addAll(list.items()));
        return items;
    }

    /** Where it stands, while a guard is so. */
    Place place(@Nullable Guard guard) {
        return Place.of(vpc.place().element(), vpc.place().path(), guard);
    }

    /** Whether some of the subnets and of the groups are resources of the template. */
    boolean isKnown() {
        return isKnown(subnets) && isKnown(groups);
    }

    private boolean isKnown(List<Node> nodes) {
        return nodes.stream().anyMatch(this::isResource);
    }

    private boolean isResource(Node node) {
        return context.resource(Targets.key(node)) != null;
    }

    /** The services that the function's roles may call from here, sorted, and when. */
    Map<AwsService, Presence> calls() {
        return calls(RoleRights.of(context)::services);
    }

    /** The services that only the function's code calls, sorted, and when. */
    Map<AwsService, Presence> callsOfCode() {
        return calls(RoleRights.of(context)::servicesOfCode);
    }

    private Map<AwsService, Presence> calls(Function<String, Map<AwsService, Presence>> rights) {
        Map<AwsService, Presence> calls = new TreeMap<>();
        roles.forEach((role, taken) -> rights.apply(role)
                .forEach((service, allowed) ->
                        calls.merge(service, Presence.of(vpc.guard()).and(taken).and(allowed), Presence::or)));
        return calls;
    }

    /** When there is an endpoint that lets the function in under the usual name of a service. */
    Presence endpoint(AwsService service) {
        Presence found = Presence.NEVER;
        for (Endpoint endpoint : Endpoints.of(context).of(service)) {
            found = found.or(use(endpoint, service));
        }
        return found;
    }

    private Presence use(Endpoint endpoint, AwsService service) {
        Presence use = endpoint.isOf(service);
        if (service.endpointType() == EndpointType.GATEWAY) {
            return use;
        }
        Presence letIn = Presence.NEVER;
        for (Map.Entry<String, Presence> role : roles.entrySet()) {
            letIn = letIn.or(endpoint.letsIn(role.getKey()).and(role.getValue()));
        }
        return use.and(letIn).and(endpoint.hasPrivateName());
    }

    /** The subnets, in all their ways. */
    List<Node> subnets() {
        return subnets;
    }

    /** When a subnet has a route to a service. */
    Presence route(Node subnet, AwsService service) {
        return isResource(subnet) ? Routes.of(context).between(Targets.key(subnet), service) : Presence.unknown(null);
    }

    /** When some security group lets HTTPS out to the addresses of a service with a gateway endpoint. */
    Presence egressToAddresses(AwsService service) {
        Presence found = Presence.NEVER;
        for (Node group : groups) {
            GroupSide side = GroupRules.of(context).of(Targets.key(group), true);
            found = found.or(side.https(service).during(group.guard()));
        }
        return found;
    }

    /** When some security group lets HTTPS out to an endpoint of a service. */
    Presence egressToEndpoint(AwsService service) {
        return traffic(service, true);
    }

    /** When an endpoint of a service lets HTTPS in from some security group. */
    Presence ingressAtEndpoint(AwsService service) {
        return traffic(service, false);
    }

    private Presence traffic(AwsService service, boolean egress) {
        Presence found = Presence.NEVER;
        for (Endpoint endpoint : Endpoints.of(context).of(service)) {
            found = found.or(traffic(endpoint.groups(), egress).and(use(endpoint, service)));
        }
        return found;
    }

    private Presence traffic(List<Node> others, boolean egress) {
        if (Presence.isTooMuch(groups, others)) {
            return Presence.unknown(null);
        }
        Presence through = Presence.NEVER;
        for (Node far : others) {
            for (Node own : groups) {
                Presence both = Presence.of(own.guard()).during(far.guard());
                through = through.or(both.and(https(own, far, egress)));
            }
        }
        return through;
    }

    private Presence https(Node own, Node far, boolean egress) {
        String from = Targets.key(own);
        String to = Targets.key(far);
        GroupRules rules = GroupRules.of(context);
        Presence named =
                egress ? rules.of(from, true).https(to) : rules.of(to, false).https(from);
        boolean known = !to.isEmpty() && !from.isEmpty();
        return known ? named : named.or(Presence.unknown(null));
    }
}
