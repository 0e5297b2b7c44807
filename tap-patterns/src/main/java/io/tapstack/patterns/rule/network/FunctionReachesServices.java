package io.tapstack.patterns.rule.network;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.AwsService.EndpointType;
import java.util.Set;

/**
 * A function in a VPC reaches the services that its role may call: by a gateway endpoint with a route and a way out to its prefix
 * list, or by an interface endpoint whose security group lets it in.
 *
 * <p>Which services the code calls is read from the identity policies of its role. A service without an endpoint that lets the role
 * in is looked at only if the role has an action of it that Lambda never does itself for a function, from outside the VPC. Endpoints,
 * routes and rules count if they are there whenever the function is.
 */
public final class FunctionReachesServices implements TemplateRule {

    private static final String FUNCTION = "AWS::Lambda::Function";

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Functions in a VPC reach the services that their roles may call";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null
                    && resource.resourceType().equals(FUNCTION)
                    && resource.properties().has("VpcConfig")) {
                check(
                        new NetworkView(context, element),
                        resource,
                        element.place("Properties").member("VpcConfig"),
                        sink);
            }
        }
    }

    private static void check(NetworkView network, Resource function, Place place, FindingSink sink) {
        Set<String> subnets = network.subnetsOf(function);
        Set<String> groups = network.securityGroupsOf(function);
        if (subnets.isEmpty() || groups.isEmpty()) {
            sink.unjudged(place, "Subnets or security groups of the function are not resources of the template.");
            return;
        }
        for (AwsService service : network.servicesCalledBy(function)) {
            sink.judged(1);
            if (service.endpointType() == EndpointType.GATEWAY) {
                checkGateway(network, service, subnets, groups, place, sink);
            } else {
                checkInterface(network, service, function, groups, place, sink);
            }
        }
    }

    private static void checkGateway(
            NetworkView network,
            AwsService service,
            Set<String> subnets,
            Set<String> groups,
            Place place,
            FindingSink sink) {
        Set<String> routed = network.subnetsRoutedTo(service);
        if (routed.isEmpty()) {
            sink.report(
                    place,
                    "The role of the function may call " + service.title()
                            + ", but the network has no endpoint for it.",
                    "Add a gateway endpoint of " + service.title() + " on the route tables of the function's subnets.");
            return;
        }
        for (String subnet : subnets) {
            if (!routed.contains(subnet)) {
                sink.report(
                        place,
                        "The subnet " + subnet + " of the function has no route to the endpoint of " + service.title()
                                + ".",
                        "Add the route table of " + subnet + " to the endpoint.");
            }
        }
        if (!network.letsOutToPrefixList(groups, service)) {
            sink.report(
                    place,
                    "No security group of the function lets HTTPS out to the addresses of " + service.title()
                            + ", so its calls hang until they time out.",
                    "Add an egress rule for port 443 to the prefix list of " + service.title()
                            + "; the block of the VPC does not hold these addresses.");
        }
    }

    private static void checkInterface(
            NetworkView network,
            AwsService service,
            Resource function,
            Set<String> groups,
            Place place,
            FindingSink sink) {
        Set<String> endpointGroups = network.endpointGroups(service, function);
        if (endpointGroups.isEmpty()) {
            if (network.servicesCalledByCode(function).contains(service)) {
                sink.report(
                        place,
                        "The role of the function may call " + service.title()
                                + ", but the network has no endpoint that lets it in under the service's usual name.",
                        "Add an interface endpoint of " + service.title()
                                + " with PrivateDnsEnabled, whose policy names the role.");
            }
            return;
        }
        if (!network.letsOutToGroup(groups, endpointGroups)) {
            sink.report(
                    place,
                    "No security group of the function lets HTTPS out to the endpoint of " + service.title() + ".",
                    "Add an egress rule for port 443 to the security group of the endpoint.");
        }
        if (!network.letsInFromGroup(endpointGroups, groups)) {
            sink.report(
                    place,
                    "The endpoint of " + service.title() + " lets no HTTPS in from the function.",
                    "Add an ingress rule for port 443 from the security group of the function.");
        }
    }
}
