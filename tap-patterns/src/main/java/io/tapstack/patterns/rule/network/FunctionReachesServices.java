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
 * <p>Which services the code calls is read from the identity policies of its role. A service without any endpoint in the template is
 * looked at only if it has gateway endpoints (DynamoDB, S3): other services may be called by Lambda itself, from outside the VPC. For
 * the same reason an endpoint counts only if its policy does not name other roles alone.
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
        NetworkView network = new NetworkView(context.template());
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null
                    && resource.resourceType().equals(FUNCTION)
                    && resource.properties().has("VpcConfig")) {
                check(network, resource, element.place("Properties").member("VpcConfig"), sink);
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
