package io.tapstack.patterns.preset;

import io.tapstack.model.aws.ec2.FlowLog;
import io.tapstack.model.aws.ec2.RouteTable;
import io.tapstack.model.aws.ec2.SecurityGroup;
import io.tapstack.model.aws.ec2.Subnet;
import io.tapstack.model.aws.ec2.SubnetRouteTableAssociation;
import io.tapstack.model.aws.ec2.VPC;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.aws.iam.role.Policy;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Rule;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.Contains;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A VPC of private subnets without any way to the internet, whose traffic is logged under a key of the customer.
 *
 * <p>Subnets lie in zones by their ids, which mean the same place in every account; the template refuses regions that it has no
 * data for.
 */
@Immutable
public abstract class IsolatedNetwork implements Preset {

    private static final String ZONE = "Zone";
    private static final String PREFIX_LIST = "PrefixList";

    IsolatedNetwork() {}

    /** A builder of a network whose VPC has this logical id. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the VPC. */
    public abstract LogicalId logicalId();

    /**
     * The start of the logical ids of what belongs to it, and of its endpoints. Empty by default; of several networks in a stack all
     * but one need their own.
     */
    @Default
    public String idPrefix() {
        return "";
    }

    /** The start of all its names, such as {@code transaction}. */
    public abstract String name();

    /** The key of its flow log. */
    public abstract CustomerManagedKey key();

    /** The first two bytes of its addresses, such as {@code 10.0}: the VPC is a /16, each subnet a /24. */
    @Default
    public String addressPrefix() {
        return "10.0";
    }

    /**
     * Whether the parameter {@code VpcCidr} gives its addresses, behind {@link #idPrefix()} if there is one; by default it is the /16
     * of {@link #addressPrefix()}.
     */
    @Default
    public boolean cidrByParameter() {
        return false;
    }

    /** How long its flow log is kept: 90 days unless told otherwise. */
    @Default
    public LogRetention flowLogRetention() {
        return LogRetention.days(EncryptedLogGroup.MINIMUM_RETENTION_IN_DAYS);
    }

    /** How many subnets there are, each in a zone of its own. */
    @Default
    public int subnets() {
        return 3;
    }

    /** The regions in which the stack may be created. */
    @Default
    public List<Region> regions() {
        return List.of(Region.usEast1());
    }

    @Check
    void check() {
        if (subnets() < 2) {
            throw new IllegalArgumentException("subnets: " + subnets() + " is no high availability; at least 2");
        }
        for (Region region : regions()) {
            if (region.zoneIds().size() < subnets()) {
                throw new IllegalArgumentException("regions: " + region.name() + " has "
                        + region.zoneIds().size() + " zones for " + subnets() + " subnets");
            }
        }
    }

    /** The id of the VPC. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** The ids of the subnets. */
    public final List<Ref<String>> subnetRefs() {
        List<Ref<String>> refs = new ArrayList<>();
        for (int number = 1; number <= subnets(); number++) {
            refs.add(Ref.to(id("PrivateSubnet" + number)));
        }
        return List.copyOf(refs);
    }

    /** The addresses of the subnets, one block each. */
    public final List<Value<String>> subnetCidrs() {
        List<Value<String>> blocks = new ArrayList<>();
        for (int number = 1; number <= subnets(); number++) {
            blocks.add(new NetworkAddresses(this).subnet(number));
        }
        return List.copyOf(blocks);
    }

    /** The ids of the subnets as one text with commas. */
    public final Sub subnetList() {
        List<Value<String>> parts = new ArrayList<>();
        for (Ref<String> subnet : subnetRefs()) {
            if (!parts.isEmpty()) {
                parts.add(Value.of(","));
            }
            parts.add(subnet);
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Value<String>[] array = parts.toArray(new Value[0]);
        return Sub.concat(array);
    }

    /** The route table of all subnets. */
    public final Ref<String> routeTable() {
        return Ref.to(id("PrivateRouteTable"));
    }

    /** The prefix list by which a security group lets traffic to a gateway endpoint out. */
    public final FindInMap<String> prefixList(AwsService service) {
        return FindInMap.of(mappingId(), PseudoParameter.REGION, Value.of(service.title() + PREFIX_LIST));
    }

    private LogicalId id(String end) {
        return LogicalId.of(idPrefix() + end);
    }

    private LogicalId mappingId() {
        return LogicalId.of(logicalId().name() + "Region");
    }

    @Lazy
    EncryptedLogGroup flowLogGroup() {
        return EncryptedLogGroup.builder(id("FlowLogGroup").name(), source())
                .name("/aws/vpc/" + name() + "-vpc")
                .key(key())
                .retention(flowLogRetention())
                .build();
    }

    @Override
    public List<Preset> parts() {
        return List.of(flowLogGroup());
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(
                ConfigCheck.builder("VpcFlowLogsRule", "vpc-flow-logs", "VPC_FLOW_LOGS_ENABLED")
                        .description("VPCs have flow logs")
                        .putParameters("trafficType", Value.of("ALL"))
                        .build(),
                ConfigCheck.builder(
                                id("DefaultSecurityGroupRule").name(),
                                idPrefix().isEmpty() ? "vpc-default-sg-closed" : name() + "-vpc-default-sg-closed",
                                "VPC_DEFAULT_SECURITY_GROUP_CLOSED")
                        .description("The default security group has no rules")
                        .addResourceTypes(SecurityGroup.TYPE)
                        .resource(GetAtt.of(logicalId(), "DefaultSecurityGroup"))
                        .build());
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(VPC.TYPE, Subnet.TYPE, RouteTable.TYPE, Role.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        List<Resource> resources = new ArrayList<>();
        resources.add(VPC.builder(logicalId().name(), source())
                .cidrBlock(new NetworkAddresses(this).vpc())
                .enableDnsHostnames(true)
                .enableDnsSupport(true)
                .tags(Tag.of("Name", conventions.name(name() + "-vpc")))
                .build());
        for (int number = 1; number <= subnets(); number++) {
            resources.add(subnet(number, conventions));
        }
        RouteTable table = RouteTable.builder(routeTable().target(), source())
                .vpcId(ref())
                .tags(Tag.of("Name", conventions.name(name() + "-private-rt")))
                .build();
        resources.add(table);
        for (Ref<String> subnet : subnetRefs()) {
            resources.add(SubnetRouteTableAssociation.builder(subnet.target() + "RouteTableAssociation", source())
                    .subnetId(subnet)
                    .routeTableId(table.ref())
                    .build());
        }
        addFlowLog(resources, wiring);
        Fragment.Builder fragment = Fragment.builder();
        new NetworkAddresses(this).parameter().ifPresent(fragment::addParameters);
        return fragment.heading("Network: private subnets, no way to the internet")
                .addMappings(mapping())
                .addRules(regionRule())
                .addAllResources(resources)
                .build();
    }

    private Subnet subnet(int number, StackConventions conventions) {
        return Subnet.builder(id("PrivateSubnet" + number).name(), source())
                .vpcId(ref())
                .cidrBlock(subnetCidrs().get(number - 1))
                .availabilityZoneId(FindInMap.of(mappingId(), PseudoParameter.REGION, Value.of(ZONE + number)))
                .mapPublicIpOnLaunch(false)
                .tags(Tag.of("Name", conventions.name(name() + "-private-subnet-" + number)))
                .build();
    }

    private void addFlowLog(List<Resource> resources, Wiring wiring) {
        EncryptedLogGroup group = flowLogGroup();
        resources.addAll(group.fragment(wiring).resources());
        Role role = Role.builder(id("FlowLogRole").name(), source())
                .assumeRolePolicyDocument(PolicyDocument.of(Statement.allow("FlowLogs")
                        .addPrincipals(Principal.service("vpc-flow-logs.amazonaws.com"))
                        .addActions("sts:AssumeRole")
                        .condition(ConditionOperator.STRING_EQUALS, "aws:SourceAccount", PseudoParameter.ACCOUNT_ID)
                        .build()))
                .policies(Policy.builder()
                        .policyName("FlowLogDelivery")
                        .policyDocument(PolicyDocument.of(Statement.allow("DeliverFlowLogs")
                                .addActions("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
                                .addResources(GetAtt.of(group.logicalId(), "Arn"))
                                .build()))
                        .build())
                .options(options -> options.metadata(ExceptionRecord.metadata(ExceptionRecord.of(
                        "DeliverFlowLogs", "log-group:NAME:*", "The service names the streams", "One log group"))))
                .build();
        resources.add(role);
        resources.add(FlowLog.builder(id("VPCFlowLog").name(), source())
                .resourceType("VPC")
                .resourceId(ref())
                .trafficType("ALL")
                .logDestinationType("cloud-watch-logs")
                .logGroupName(group.ref())
                .deliverLogsPermissionArn(role.arn())
                .maxAggregationInterval(60)
                .build());
    }

    private Mapping mapping() {
        Mapping.Builder mapping = Mapping.builder(mappingId().name());
        for (Region region : regions()) {
            for (int number = 1; number <= subnets(); number++) {
                mapping.put(region.name(), ZONE + number, region.zoneIds().get(number - 1));
            }
            for (Map.Entry<AwsService, String> list : region.sortedPrefixLists().entrySet()) {
                mapping.put(region.name(), list.getKey().title() + PREFIX_LIST, list.getValue());
            }
        }
        return mapping.build();
    }

    private Rule regionRule() {
        String[] names = new String[regions().size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = regions().get(i).name();
        }
        return Rule.builder(id("SupportedRegion").name())
                .require(
                        Contains.of(Value.strings(names), PseudoParameter.REGION),
                        "This template knows zones and prefix lists of " + String.join(", ", names) + " only")
                .build();
    }

    /** Collects the options of a network. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableIsolatedNetwork.Builder {

        Builder() {}
    }
}
