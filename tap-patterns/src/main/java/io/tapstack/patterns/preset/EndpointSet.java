package io.tapstack.patterns.preset;

import io.tapstack.model.aws.ec2.SecurityGroup;
import io.tapstack.model.aws.ec2.SecurityGroupEgress;
import io.tapstack.model.aws.ec2.SecurityGroupIngress;
import io.tapstack.model.aws.ec2.VPCEndpoint;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.AwsService.EndpointType;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.Grant;
import io.tapstack.patterns.access.NetworkPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Immutable;

/**
 * The endpoints by which the code in a private network reaches the services that it calls: no more and no fewer, each with a
 * policy that lets through just these calls, and the security-group rules on both sides.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint policies</a>
 */
@Immutable
public abstract class EndpointSet implements Preset {

    private static final String ENDPOINT = "VPCEndpoint";

    EndpointSet() {}

    /** A builder of the endpoints of this network. */
    public static Builder builder(IsolatedNetwork network) {
        return new Builder().source(SourceLocation.ofCaller()).network(network);
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The network. */
    public abstract IsolatedNetwork network();

    /** Endpoints beyond those that the code needs, or calls through them beyond those of the code. */
    public abstract List<EndpointExtra> extras();

    /** The logical id of a network's endpoint of a service; it exists if something needs it. */
    public static LogicalId endpointId(IsolatedNetwork network, AwsService service) {
        return LogicalId.of(network.idPrefix() + service.title() + ENDPOINT);
    }

    /** The logical id of the rule that lets code behind this security group out to the interface endpoints. */
    static LogicalId egressId(LogicalId caller) {
        return LogicalId.of(caller.name() + "ToEndpoints");
    }

    /** The logical id of the rule that lets that code in there. */
    static LogicalId ingressId(LogicalId caller) {
        return LogicalId.of(caller.name() + "AtEndpoints");
    }

    /** The logical id of the security group of the interface endpoints. */
    public final LogicalId securityGroupId() {
        return securityGroupId(network());
    }

    /** The logical id of the security group of a network's interface endpoints. */
    static LogicalId securityGroupId(IsolatedNetwork network) {
        return LogicalId.of(network.idPrefix() + ENDPOINT + "SecurityGroup");
    }

    /** What must exist before code in a place of the network can reach the services that it calls. */
    final List<LogicalId> wayFrom(NetworkPlace place, Wiring wiring) {
        List<LogicalId> way = new ArrayList<>();
        boolean byInterface = false;
        for (AwsService service : wiring.servicesCalledFrom(place)) {
            way.add(endpointId(network(), service));
            byInterface |= service.endpointType() == EndpointType.INTERFACE;
        }
        if (byInterface) {
            way.add(egressId(place.securityGroup()));
            way.add(ingressId(place.securityGroup()));
        }
        return List.copyOf(way);
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(VPCEndpoint.TYPE, SecurityGroup.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        List<Grant> calls = wiring.callsFrom(network().logicalId());
        List<EndpointExtra> extras = new ArrayList<>(extras());
        for (Preset preset : wiring.all(Preset.class)) {
            extras.addAll(preset.endpointExtras(network()));
        }
        Map<AwsService, EndpointPolicy> policies = policies(calls, extras);
        List<Resource> resources = new ArrayList<>();
        if (policies.keySet().stream().anyMatch(service -> service.endpointType() == EndpointType.INTERFACE)) {
            addSecurityGroup(resources, wiring.conventions());
            addRules(resources, calls);
        }
        for (Map.Entry<AwsService, EndpointPolicy> policy : policies.entrySet()) {
            Optional<Condition> whole = onlyFor(policy.getKey(), calls, extras);
            resources.add(endpoint(policy.getKey(), policy.getValue(), whole, wiring.conventions()));
        }
        return Fragment.builder()
                .heading("Endpoints: the only ways out of the network")
                .addAllResources(resources)
                .build();
    }

    private static Map<AwsService, EndpointPolicy> policies(List<Grant> calls, List<EndpointExtra> extras) {
        Map<AwsService, EndpointPolicy> policies = new TreeMap<>();
        for (Grant call : calls) {
            Value<String> roleArn = GetAtt.of(call.role(), "Arn");
            policyOf(call.access(), policies).add(call.access(), Principal.aws(roleArn), call.when());
        }
        for (EndpointExtra extra : extras) {
            policyOf(extra.access(), policies).add(extra.access(), extra.principal(), extra.when());
        }
        return policies;
    }

    private static EndpointPolicy policyOf(Access access, Map<AwsService, EndpointPolicy> policies) {
        return policies.computeIfAbsent(access.service(), service -> new EndpointPolicy(service.endpointType()));
    }

    /** The condition on which an endpoint exists, if all who call through it belong to the same optional part. */
    private static Optional<Condition> onlyFor(AwsService service, List<Grant> calls, List<EndpointExtra> extras) {
        Set<Optional<Condition>> conditions = new LinkedHashSet<>();
        for (Grant call : calls) {
            if (call.access().service().equals(service)) {
                conditions.add(call.when());
            }
        }
        for (EndpointExtra extra : extras) {
            if (extra.access().service().equals(service)) {
                conditions.add(Optional.empty());
            }
        }
        if (conditions.size() > 1 && !conditions.contains(Optional.<Condition>empty())) {
            throw new IllegalStateException(
                    "extras: several optional parts and nobody else call " + service.title() + "; make them one part");
        }
        return conditions.size() == 1 ? conditions.iterator().next() : Optional.empty();
    }

    private VPCEndpoint endpoint(
            AwsService service, EndpointPolicy policy, Optional<Condition> whole, StackConventions conventions) {
        VPCEndpoint.Builder endpoint = VPCEndpoint.builder(
                        endpointId(network(), service).name(), source())
                .vpcId(network().ref())
                .serviceName(service.endpointServiceName())
                .vpcEndpointType(service.endpointType().text());
        if (service.endpointType() == EndpointType.GATEWAY) {
            endpoint.routeTableIds(network().routeTable());
        } else {
            endpoint.privateDnsEnabled(true)
                    .subnetIds(Value.list(network().subnetRefs()))
                    .securityGroupIds(Ref.<String>to(securityGroupId()));
        }
        return endpoint.policyDocument(policy.document(whole))
                .options(options -> options.condition(whole.map(Condition::logicalId))
                        .metadata(ExceptionRecord.metadata(policy.exceptions())))
                .tags(Tag.of("Name", conventions.name(service.title().toLowerCase(Locale.ROOT) + "-endpoint")))
                .build();
    }

    private void addSecurityGroup(List<Resource> resources, StackConventions conventions) {
        resources.add(SecurityGroup.builder(securityGroupId().name(), source())
                .groupDescription("Interface endpoints: HTTPS from the functions that call them")
                .vpcId(network().ref())
                .securityGroupEgress(SecurityGroups.noEgress())
                .tags(Tag.of("Name", conventions.name("vpc-endpoint-sg")))
                .build());
    }

    private void addRules(List<Resource> resources, List<Grant> calls) {
        Map<LogicalId, Optional<LogicalId>> callers = new LinkedHashMap<>();
        for (Grant call : calls) {
            if (call.access().service().endpointType() == EndpointType.INTERFACE) {
                call.calledFrom()
                        .ifPresent(place ->
                                callers.put(place.securityGroup(), call.when().map(Condition::logicalId)));
            }
        }
        for (Map.Entry<LogicalId, Optional<LogicalId>> entry : callers.entrySet()) {
            LogicalId caller = entry.getKey();
            resources.add(SecurityGroupEgress.builder(egressId(caller).name(), source())
                    .groupId(GetAtt.of(caller, "GroupId"))
                    .description("HTTPS to the interface endpoints")
                    .ipProtocol("tcp")
                    .fromPort(SecurityGroups.HTTPS)
                    .toPort(SecurityGroups.HTTPS)
                    .destinationSecurityGroupId(GetAtt.of(securityGroupId(), "GroupId"))
                    .options(options -> options.condition(entry.getValue()))
                    .build());
            resources.add(SecurityGroupIngress.builder(ingressId(caller).name(), source())
                    .groupId(GetAtt.of(securityGroupId(), "GroupId"))
                    .description("HTTPS from " + caller.name())
                    .ipProtocol("tcp")
                    .fromPort(SecurityGroups.HTTPS)
                    .toPort(SecurityGroups.HTTPS)
                    .sourceSecurityGroupId(GetAtt.of(caller, "GroupId"))
                    .options(options -> options.condition(entry.getValue()))
                    .build());
        }
    }

    /** Collects the options of a set of endpoints. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEndpointSet.Builder {

        Builder() {}
    }
}
