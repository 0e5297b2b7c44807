package io.tapstack.patterns.preset;

import io.tapstack.model.aws.ec2.SecurityGroup;
import io.tapstack.model.aws.ec2.SecurityGroupEgress;
import io.tapstack.model.aws.ec2.SecurityGroupIngress;
import io.tapstack.model.aws.ec2.VPCEndpoint;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The logical id of the security group of the interface endpoints. */
    public final LogicalId securityGroupId() {
        return LogicalId.of(ENDPOINT + "SecurityGroup");
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(VPCEndpoint.TYPE, SecurityGroup.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        List<Grant> calls = wiring.callsFrom(network().logicalId());
        Map<AwsService, List<Value<Statement>>> policies = policies(calls);
        List<Resource> resources = new ArrayList<>();
        if (policies.keySet().stream().anyMatch(service -> service.endpointType() == EndpointType.INTERFACE)) {
            addSecurityGroup(resources, wiring.conventions());
            addRules(resources, calls);
        }
        for (Map.Entry<AwsService, List<Value<Statement>>> policy : policies.entrySet()) {
            resources.add(endpoint(policy.getKey(), policy.getValue(), wiring.conventions()));
        }
        return Fragment.builder()
                .heading("Endpoints: the only ways out of the network")
                .addAllResources(resources)
                .build();
    }

    private Map<AwsService, List<Value<Statement>>> policies(List<Grant> calls) {
        Map<AwsService, List<Value<Statement>>> policies = new TreeMap<>();
        for (Grant call : calls) {
            Value<String> roleArn = GetAtt.of(call.role(), "Arn");
            add(policies, call.access(), Principal.aws(roleArn));
        }
        for (EndpointExtra extra : extras()) {
            add(policies, extra.access(), extra.principal());
        }
        return policies;
    }

    private static void add(Map<AwsService, List<Value<Statement>>> policies, Access access, Principal principal) {
        Statement.Builder statement = Statement.allow(access.sid())
                .addAllActions(access.actions())
                .addAllResources(access.resources())
                .addAllConditions(access.conditions());
        if (access.service().endpointType() == EndpointType.GATEWAY) {
            // The policy of a gateway endpoint matches no principal but everyone; a condition names the one meant.
            statement
                    .addPrincipals(Principal.anyone())
                    .condition(ConditionOperator.ARN_EQUALS, "aws:PrincipalArn", principal.name());
        } else {
            statement.addPrincipals(principal);
        }
        policies.computeIfAbsent(access.service(), service -> new ArrayList<>()).add(statement.build());
    }

    private VPCEndpoint endpoint(AwsService service, List<Value<Statement>> statements, StackConventions conventions) {
        VPCEndpoint.Builder endpoint = VPCEndpoint.builder(service.title() + ENDPOINT, source())
                .vpcId(network().ref())
                .serviceName(service.endpointServiceName())
                .vpcEndpointType(service.endpointType().text());
        if (service.endpointType() == EndpointType.GATEWAY) {
            endpoint.routeTableIds(network().routeTable())
                    .options(options -> options.metadata(ExceptionRecord.metadata(ExceptionRecord.of(
                            "all",
                            "Principal *",
                            "Policies of gateway endpoints match Principal * only",
                            "aws:PrincipalArn names the role"))));
        } else {
            endpoint.privateDnsEnabled(true)
                    .subnetIds(Value.list(network().subnetRefs()))
                    .securityGroupIds(Ref.<String>to(securityGroupId()));
        }
        return endpoint.policyDocument(PolicyDocument.of(statements))
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
        Set<LogicalId> callers = new LinkedHashSet<>();
        for (Grant call : calls) {
            if (call.access().service().endpointType() == EndpointType.INTERFACE) {
                call.calledFrom().ifPresent(place -> callers.add(place.securityGroup()));
            }
        }
        for (LogicalId caller : callers) {
            resources.add(SecurityGroupEgress.builder(caller.name() + "ToEndpoints", source())
                    .groupId(GetAtt.of(caller, "GroupId"))
                    .description("HTTPS to the interface endpoints")
                    .ipProtocol("tcp")
                    .fromPort(SecurityGroups.HTTPS)
                    .toPort(SecurityGroups.HTTPS)
                    .destinationSecurityGroupId(GetAtt.of(securityGroupId(), "GroupId"))
                    .build());
            resources.add(SecurityGroupIngress.builder(caller.name() + "AtEndpoints", source())
                    .groupId(GetAtt.of(securityGroupId(), "GroupId"))
                    .description("HTTPS from " + caller.name())
                    .ipProtocol("tcp")
                    .fromPort(SecurityGroups.HTTPS)
                    .toPort(SecurityGroups.HTTPS)
                    .sourceSecurityGroupId(GetAtt.of(caller, "GroupId"))
                    .build());
        }
    }

    /** Collects the options of a set of endpoints. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEndpointSet.Builder {

        Builder() {}
    }
}
