package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which subnets of a template have routes to gateway endpoints. Found once for each validation. */
final class Routes {

    private static final String ANY = "*";
    private static final String FOREIGN = "?";

    private final TemplateContext context;
    private final Endpoints endpoints;

    /** For each subnet its route tables. */
    private final Map<String, Map<String, Presence>> tables = new HashMap<>();

    private final Map<AwsService, Map<String, Presence>> routed = new HashMap<>();

    private Routes(TemplateContext context) {
        this.context = context;
        this.endpoints = Endpoints.of(context);
        for (Element association : Existence.ofType(context, "AWS::EC2::SubnetRouteTableAssociation")) {
            List<Node> subnets = Node.property(context, association, "SubnetId");
            List<Node> some = Node.property(context, association, "RouteTableId");
            Map<String, Presence> named = Targets.keys(some, association.guard());
            Presence unnamed = Presence.of(
                    some, association.guard(), table -> Targets.key(table).isEmpty() ? Answer.UNKNOWN : Answer.NO);
            Targets.keys(subnets, association.guard()).forEach((subnet, when) -> {
                Map<String, Presence> own = tables.computeIfAbsent(subnet, one -> new TreeMap<>());
                named.forEach((table, there) -> own.merge(table, there.and(when), Presence::or));
                own.merge(ANY, unnamed.and(when), Presence::or);
            });
        }
    }

    /** The routes of a template. */
    static Routes of(TemplateContext context) {
        Routes kept = context.kept(Routes.class);
        return kept == null ? context.keep(Routes.class, new Routes(context)) : kept;
    }

    /** When a subnet has a route to an endpoint of a service. */
    Presence between(String subnet, AwsService service) {
        Map<String, Presence> leading = routed.computeIfAbsent(service, this::tablesWithRoute);
        Presence found = leading.getOrDefault(ANY, Presence.NEVER);
        for (Map.Entry<String, Presence> table :
                tables.getOrDefault(subnet, Map.of()).entrySet()) {
            Presence route = leading.getOrDefault(table.getKey(), Presence.NEVER);
            if (context.resource(table.getKey()) == null) {
                route = route.or(leading.getOrDefault(FOREIGN, Presence.NEVER));
            }
            if (table.getKey().equals(ANY)) {
                route = Presence.ALWAYS;
            }
            found = found.or(route.and(table.getValue()));
        }
        return found;
    }

    /**
     * The route tables with a route to a service. What names no resource of the template may be any table from elsewhere, and a
     * function of which nobody knows what it names may be any table.
     */
    private Map<String, Presence> tablesWithRoute(AwsService service) {
        Map<String, Presence> leading = new HashMap<>();
        for (Endpoint endpoint : endpoints.of(service)) {
            for (Node table : endpoint.routeTables()) {
                String name = Targets.key(table);
                Presence isOf = endpoint.isOf(service);
                leading.merge(name, isOf.during(table.guard()), Presence::or);
                if (context.resource(name) == null) {
                    String others = table.isUnknown() && name.isEmpty() ? ANY : FOREIGN;
                    leading.merge(others, isOf.and(Presence.unknown(table.guard())), Presence::or);
                }
            }
        }
        return leading;
    }
}
