package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.AwsService.EndpointType;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        for (Element function : Existence.ofType(context, FUNCTION)) {
            for (Node vpc : Node.property(context, function, "VpcConfig")) {
                if (!vpc.isAbsent()) {
                    check(context, new FunctionSite(context, function, vpc), vpc.place(), sink);
                }
            }
        }
    }

    private static void check(TemplateContext context, FunctionSite site, Place place, FindingSink sink) {
        if (!site.isKnown()) {
            sink.unjudged(place, "Subnets or security groups of the function are not resources of the template.");
            return;
        }
        Map<AwsService, Presence> ofCode = site.callsOfCode();
        site.calls().forEach((service, calls) -> {
            Demands demands = new Demands(context, site, sink);
            if (service.endpointType() == EndpointType.GATEWAY) {
                checkGateway(site, service, calls, demands);
            } else {
                checkInterface(site, service, calls, ofCode.getOrDefault(service, Presence.NEVER), demands);
            }
            if (demands.areKnown()) {
                sink.judged(1);
            } else {
                sink.unjudged(
                        place,
                        "By which way the function reaches " + service.title()
                                + " is not known before the stack is created.");
            }
        });
    }

    private static void checkGateway(FunctionSite site, AwsService service, Presence calls, Demands demands) {
        String title = service.title();
        boolean served = demands.meet(
                calls,
                site.endpoint(service),
                "The role of the function may call " + title + ", but the network has no endpoint for it.",
                "Add a gateway endpoint of " + title + " on the route tables of the function's subnets.");
        if (!served) {
            return;
        }
        for (Node subnet : site.subnets()) {
            String name = Targets.of(subnet).orElse("");
            demands.meet(
                    calls.during(subnet.guard()),
                    site.route(subnet, service),
                    "The subnet " + name + " of the function has no route to the endpoint of " + title + ".",
                    "Add the route table of " + name + " to the endpoint.");
        }
        demands.meet(
                calls,
                site.egressToAddresses(service),
                "No security group of the function lets HTTPS out to the addresses of " + title
                        + ", so its calls hang until they time out.",
                "Add an egress rule for port 443 to the prefix list of " + title
                        + "; the block of the VPC does not hold these addresses.");
    }

    private static void checkInterface(
            FunctionSite site, AwsService service, Presence calls, Presence callsOfCode, Demands demands) {
        String title = service.title();
        Presence endpoint = site.endpoint(service);
        demands.meet(
                callsOfCode,
                endpoint,
                "The role of the function may call " + title
                        + ", but the network has no endpoint that lets it in under the service's usual name.",
                "Add an interface endpoint of " + title + " with PrivateDnsEnabled, whose policy names the role.");
        Presence meeting = calls.and(endpoint);
        demands.meet(
                meeting,
                site.egressToEndpoint(service),
                "No security group of the function lets HTTPS out to the endpoint of " + title + ".",
                "Add an egress rule for port 443 to the security group of the endpoint.");
        demands.meet(
                meeting,
                site.ingressAtEndpoint(service),
                "The endpoint of " + title + " lets no HTTPS in from the function.",
                "Add an ingress rule for port 443 from the security group of the function.");
    }

    /** What a function needs to reach a service. Says what of it is missing, and keeps in mind whether all of it is known. */
    private static final class Demands {

        private final TemplateContext context;
        private final FunctionSite site;
        private final FindingSink sink;
        private boolean known = true;

        Demands(TemplateContext context, FunctionSite site, FindingSink sink) {
            this.context = context;
            this.site = site;
            this.sink = sink;
        }

        /** Reports if something is missing while it is needed; whether it is always there then, or perhaps. */
        boolean meet(Presence needed, Presence found, String message, String remedy) {
            for (@Nullable Guard guard : needed.sureWays(context)) {
                Answer answer = found.isThereWhenever(context, guard);
                if (answer == Answer.NO) {
                    sink.report(site.place(found.gap(context, guard)), message, remedy);
                    return false;
                }
                known &= answer == Answer.YES;
            }
            return true;
        }

        boolean areKnown() {
            return known;
        }
    }
}
