package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.AwsService.EndpointType;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The VPC endpoints of a template, by service. Found once for each validation. */
final class Endpoints {

    /** By the end of the name of the endpoint service. */
    private static final Map<String, AwsService> SERVICES = services();

    private final Map<AwsService, List<Endpoint>> byService = new HashMap<>();

    private static Map<String, AwsService> services() {
        Map<String, AwsService> services = new HashMap<>();
        for (AwsService service : AwsService.known()) {
            services.put(end(Mentions.text(service.endpointServiceName())), service);
        }
        return Collections.unmodifiableMap(services);
    }

    private Endpoints(TemplateContext context) {
        for (Element element : Existence.ofType(context, "AWS::EC2::VPCEndpoint")) {
            Map<AwsService, Presence> services = services(context, element);
            Endpoint endpoint = new Endpoint(context, element, services);
            services.keySet()
                    .forEach(service -> byService
                            .computeIfAbsent(service, one -> new ArrayList<>())
                            .add(endpoint));
        }
    }

    /** The endpoints of a template. */
    static Endpoints of(TemplateContext context) {
        Endpoints kept = context.kept(Endpoints.class);
        return kept == null ? context.keep(Endpoints.class, new Endpoints(context)) : kept;
    }

    /** The endpoints of a service, of the type by which it is usually reached, in the order of the template. */
    List<Endpoint> of(AwsService service) {
        return Collections.unmodifiableList(byService.getOrDefault(service, List.of()));
    }

    private static Map<AwsService, Presence> services(TemplateContext context, Element element) {
        List<Node> types = Node.property(context, element, "VpcEndpointType");
        Map<AwsService, Presence> services = new TreeMap<>();
        for (Node name : Node.property(context, element, "ServiceName")) {
            String end = end(Mentions.written(name.value()));
            AwsService named = SERVICES.get(end);
            if (named != null) {
                services.merge(named, Presence.of(name.guard()), Presence::or);
            } else if (end.indexOf('}') >= 0) {
                AwsService.known().forEach(any -> services.merge(any, Presence.unknown(name.guard()), Presence::or));
            }
        }
        services.replaceAll((service, named) ->
                named.and(Presence.of(types, element.guard(), type -> isOf(type, service.endpointType()))));
        services.values().removeIf(Presence::isNever);
        return services;
    }

    /** An endpoint that does not say its type is a gateway. */
    private static Answer isOf(Node type, EndpointType wanted) {
        if (type.isUnknown()) {
            return Answer.UNKNOWN;
        }
        String text = type.text().orElse(EndpointType.GATEWAY.text());
        return text.equals(wanted.text()) ? Answer.YES : Answer.NO;
    }

    private static String end(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
