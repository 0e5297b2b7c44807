package io.tapstack.patterns.composition;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.GetAZs;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Networks that are more open than they should be, or that nothing gets through. */
final class NetworkWeakenings {

    private static final String GROUP = "AWS::EC2::SecurityGroup";
    private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";
    private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String REACHES = "FunctionReachesServices";
    private static final String OPEN = "OpenSecurityGroup";
    private static final String ENDPOINT_GROUP = "VPCEndpointSecurityGroup";
    private static final Predicate<Resource> CALLED = Parts.says("PolicyDocument", "ExecutionRole")
            .and(Parts.says("ServiceName", ".kms").negate())
            .and(Parts.says("ServiceName", ".sqs").negate())
            .and(Parts.says("ServiceName", ".sns").negate())
            .and(Parts.says("ServiceName", ".lambda").negate());
    private static final Predicate<Resource> CALLED_BY_INTERFACE =
            CALLED.and(Parts.says("VpcEndpointType", "Interface"));
    private static final Predicate<Resource> GATEWAY = Parts.says("VpcEndpointType", "Gateway");

    private NetworkWeakenings() {}

    static void add(List<Weakening> all) {
        addGroups(all);
        addWays(all);
        addEndpoints(all);
        addRest(all);
        addGroupsSometimes(all);
        addEndpointsSometimes(all);
        addNetworksSometimes(all);
    }

    private static void addGroups(List<Weakening> all) {
        all.add(Weakening.set(OPEN, GROUP, "SecurityGroupEgress.0.CidrIp", Value.of("0.0.0.0/1"))
                .named(GROUP + " lets out to half of the internet"));
        all.add(Weakening.of(
                GROUP + " lets all ports out",
                OPEN,
                GROUP,
                group -> Edits.set(
                        Edits.set(group, "SecurityGroupEgress.0.FromPort", Value.of(0)),
                        "SecurityGroupEgress.0.ToPort",
                        Value.of(65535))));
        all.add(Weakening.of(
                INGRESS + " lets all ports in",
                OPEN,
                INGRESS,
                rule -> Edits.set(Edits.set(rule, "FromPort", Value.of(0)), "ToPort", Value.of(65535))));
        all.add(Weakening.of(
                INGRESS + " lets everybody in",
                OPEN,
                INGRESS,
                rule -> Edits.set(Edits.set(rule, "SourceSecurityGroupId", null), "CidrIp", Value.of("0.0.0.0/0"))));
        all.add(Weakening.of(
                EGRESS + " lets out everywhere",
                OPEN,
                EGRESS,
                rule -> Edits.set(
                        Edits.set(rule, "DestinationSecurityGroupId", null), "CidrIp", Value.of("0.0.0.0/0"))));
        all.add(Weakening.of(
                GROUP + " lets out to the whole network",
                "EgressToNetwork",
                GROUP,
                group -> Edits.append(
                        group,
                        "SecurityGroupEgress",
                        Value.json(Map.of(
                                "IpProtocol", "tcp", "FromPort", 443, "ToPort", 443, "CidrIp", "10.0.0.0/16")))));
        all.add(Weakening.gone("OneSidedRule", EGRESS)
                .where(Parts.says("DestinationSecurityGroupId", "GroupId"))
                .spokenOf(INGRESS));
        all.add(Weakening.gone("OneSidedRule", INGRESS)
                .where(Parts.says("SourceSecurityGroupId", "GroupId"))
                .spokenOf(EGRESS));
        all.add(Weakening.of(
                        INGRESS + " lets another port in",
                        "OneSidedRule",
                        INGRESS,
                        rule -> Edits.set(Edits.set(rule, "FromPort", Value.of(22)), "ToPort", Value.of(22)))
                .where(Parts.says("SourceSecurityGroupId", "GroupId")));
    }

    private static void addWays(List<Weakening> all) {
        for (String type : List.of(
                "InternetGateway",
                "NatGateway",
                "EIP",
                "EgressOnlyInternetGateway",
                "VPCPeeringConnection",
                "VPCGatewayAttachment",
                "TransitGatewayAttachment")) {
            all.add(Weakening.beside(
                    "AWS::EC2::" + type + " beside the network",
                    "WayToInternet",
                    "AWS::EC2::VPC",
                    vpc -> GenericResource.builder("Way", "AWS::EC2::" + type).build()));
        }
        for (String block : List.of("0.0.0.0/0", "128.0.0.0/1", "52.94.0.0/22")) {
            all.add(Weakening.beside(
                    "a route to " + block,
                    "WayToInternet",
                    "AWS::EC2::RouteTable",
                    table -> GenericResource.builder("Way", "AWS::EC2::Route")
                            .build()
                            .withProperties(PropertyBag.builder()
                                    .put("RouteTableId", Ref.to(table.logicalId()))
                                    .put("DestinationCidrBlock", Value.of(block))
                                    .put("GatewayId", Value.of("igw-0123456789abcdef0"))
                                    .build())));
        }
        all.add(Weakening.set("UnstatedPublicIp", "AWS::EC2::Subnet", "MapPublicIpOnLaunch", null));
        all.add(Weakening.of(
                "AWS::EC2::Subnet takes a zone by position", "ZoneByPosition", "AWS::EC2::Subnet", subnet -> {
                    Value<String> first = Select.of(Value.of(0), GetAZs.of(Value.of("")));
                    return Edits.set(Edits.set(subnet, "AvailabilityZoneId", null), "AvailabilityZone", first);
                }));
        all.add(Weakening.gone("MissingFlowLog", "AWS::EC2::FlowLog").spokenOf("AWS::EC2::VPC"));
    }

    private static void addEndpoints(List<Weakening> all) {
        all.add(Weakening.gone(REACHES, ENDPOINT).where(CALLED).spokenOf(FUNCTION));
        all.add(Weakening.set(REACHES, ENDPOINT, "PrivateDnsEnabled", Value.of(false))
                .where(CALLED_BY_INTERFACE)
                .spokenOf(FUNCTION));
        all.add(Weakening.of(
                        ENDPOINT + " lets another role in",
                        REACHES,
                        ENDPOINT,
                        endpoint -> Edits.set(
                                endpoint,
                                "PolicyDocument.Statement",
                                Value.json(List.of(Map.of(
                                        "Sid", "Weak",
                                        "Effect", "Allow",
                                        "Principal", Map.of("AWS", Ref.<String>to(endpoint.logicalId())),
                                        "Action", "sts:GetCallerIdentity",
                                        "Resource", "arn:aws:s3:::one")))))
                .where(CALLED_BY_INTERFACE)
                .spokenOf(FUNCTION));
        all.add(Weakening.set(REACHES, ENDPOINT, "RouteTableIds", null)
                .where(GATEWAY.and(CALLED))
                .spokenOf(FUNCTION));
        all.add(onlySomewhere(REACHES, ENDPOINT).where(CALLED).spokenOf(FUNCTION));
        all.add(onlySomewhere(REACHES, EGRESS)
                .where(Parts.says("DestinationSecurityGroupId", ENDPOINT_GROUP))
                .spokenOf(FUNCTION));
        all.add(Weakening.gone(REACHES, "AWS::EC2::SubnetRouteTableAssociation")
                .in(template -> template.resources().stream().anyMatch(GATEWAY.and(CALLED)))
                .spokenOf(FUNCTION));
        all.add(Weakening.set(REACHES, GROUP, "SecurityGroupEgress.0.DestinationPrefixListId", Value.of("pl-63a5400a"))
                .named(GROUP + " lets out to S3 in place of DynamoDB")
                .where(Parts.says("SecurityGroupEgress.0.DestinationPrefixListId", "DynamoDB"))
                .spokenOf(FUNCTION));
        all.add(Weakening.set("EndpointWithoutPolicy", ENDPOINT, "PolicyDocument", Parts.sometimesMissing(null))
                .named(ENDPOINT + " has no policy in one account"));
    }

    private static void addRest(List<Weakening> all) {
        all.add(Weakening.set("FunctionOutsideNetwork", FUNCTION, "VpcConfig", null));
        all.add(Weakening.of(
                FUNCTION + " runs outside of the network in one account",
                "FunctionOutsideNetwork",
                FUNCTION,
                function -> Edits.set(
                        function,
                        "VpcConfig",
                        Parts.sometimesMissing(Edits.find(function.properties(), "VpcConfig")))));
        all.add(Weakening.set("FunctionOutsideNetwork", FUNCTION, "VpcConfig.SubnetIds", ListValue.ofAny(List.of())));
    }

    private static void addGroupsSometimes(List<Weakening> all) {
        all.add(Weakening.of(
                        GROUP + " has no egress rule left in one account",
                        OPEN,
                        GROUP,
                        group -> sometimes(group, "SecurityGroupEgress.0", PseudoParameter.noValue()))
                .where(group -> Edits.find(group.properties(), "SecurityGroupEgress.1") == null));
        all.add(Weakening.of(
                        GROUP + " lets out to the whole network in one account",
                        "EgressToNetwork",
                        GROUP,
                        group -> sometimes(group, "SecurityGroupEgress.0.CidrIp", Value.of("10.0.0.0/16")))
                .where(Parts.says("SecurityGroupEgress.0.CidrIp", "127.0.0.1/32")));
        all.add(onlySomewhere("OneSidedRule", EGRESS)
                .named(EGRESS + " is there in one account, and its answer always")
                .where(Parts.says("DestinationSecurityGroupId", "GroupId"))
                .spokenOf(INGRESS));
        all.add(onlySomewhere("OneSidedRule", INGRESS)
                .named(INGRESS + " is there in one account, and its answer always")
                .where(Parts.says("SourceSecurityGroupId", "GroupId"))
                .spokenOf(EGRESS));
        all.add(Weakening.of(
                        INGRESS + " lets another port in in one account",
                        "OneSidedRule",
                        INGRESS,
                        rule -> sometimes(sometimes(rule, "FromPort", Value.of(22)), "ToPort", Value.of(22)))
                .where(Parts.says("SourceSecurityGroupId", "GroupId")));
        all.add(Weakening.of(
                        EGRESS + " lets out to another group in one account",
                        REACHES,
                        EGRESS,
                        rule -> sometimes(rule, "DestinationSecurityGroupId", Edits.find(rule.properties(), "GroupId")))
                .where(Parts.says("DestinationSecurityGroupId", ENDPOINT_GROUP))
                .spokenOf(FUNCTION));
        all.add(Weakening.of(
                        INGRESS + " at the endpoint lets UDP in in one account",
                        REACHES,
                        INGRESS,
                        rule -> sometimes(rule, "IpProtocol", Value.of("udp")))
                .where(Parts.says("GroupId", ENDPOINT_GROUP))
                .in(template -> template.resources().stream().noneMatch(NetworkWeakenings::isForSubnets))
                .spokenOf(FUNCTION));
        all.add(Weakening.of(
                        GROUP + " lets out to S3 in place of DynamoDB in one account",
                        REACHES,
                        GROUP,
                        group -> sometimes(
                                group, "SecurityGroupEgress.0.DestinationPrefixListId", Value.of("pl-63a5400a")))
                .where(Parts.says("SecurityGroupEgress.0.DestinationPrefixListId", "DynamoDB"))
                .spokenOf(FUNCTION));
    }

    private static void addEndpointsSometimes(List<Weakening> all) {
        all.add(Weakening.of(
                        ENDPOINT + " has no private name in one account",
                        REACHES,
                        ENDPOINT,
                        endpoint -> sometimes(endpoint, "PrivateDnsEnabled", Value.of(false)))
                .where(CALLED_BY_INTERFACE)
                .spokenOf(FUNCTION));
        all.add(Weakening.of(
                        ENDPOINT + " lets nobody in in one account",
                        REACHES,
                        ENDPOINT,
                        endpoint -> sometimes(endpoint, "PolicyDocument.Statement", ListValue.ofAny(List.of())))
                .where(CALLED_BY_INTERFACE)
                .spokenOf(FUNCTION));
        all.add(Weakening.of(
                        ENDPOINT + " has no routes in one account",
                        REACHES,
                        ENDPOINT,
                        endpoint -> sometimes(endpoint, "RouteTableIds", PseudoParameter.noValue()))
                .where(GATEWAY.and(CALLED))
                .spokenOf(FUNCTION));
        all.add(onlySomewhere(REACHES, "AWS::EC2::SubnetRouteTableAssociation")
                .in(template -> template.resources().stream().anyMatch(GATEWAY.and(CALLED)))
                .spokenOf(FUNCTION));
        all.add(Weakening.beside(
                "a second endpoint in one account",
                "AmbiguousEndpoint",
                ENDPOINT,
                endpoint -> Edits.options(endpoint, options -> options.condition(Weakenings.SOMEWHERE))));
    }

    private static void addNetworksSometimes(List<Weakening> all) {
        all.add(onlySomewhere("MissingFlowLog", "AWS::EC2::FlowLog").spokenOf("AWS::EC2::VPC"));
        all.add(Weakening.of(
                        FUNCTION + " has no subnets in one account",
                        "FunctionOutsideNetwork",
                        FUNCTION,
                        function -> sometimes(function, "VpcConfig.SubnetIds", ListValue.ofAny(List.of())))
                .where(function -> Edits.find(function.properties(), "VpcConfig.SubnetIds") != null));
        all.add(Weakening.beside(
                "a route to the internet in one account",
                "WayToInternet",
                "AWS::EC2::RouteTable",
                table -> GenericResource.builder("Way", "AWS::EC2::Route")
                        .build()
                        .withProperties(PropertyBag.builder()
                                .put("RouteTableId", Ref.to(table.logicalId()))
                                .put(
                                        "DestinationCidrBlock",
                                        Parts.sometimes(Value.of("0.0.0.0/0"), Value.of("10.1.0.0/16")))
                                .put("VpcPeeringConnectionId", Value.of("pcx-0123456789abcdef0"))
                                .build())));
        all.add(Weakening.of(
                "AWS::EC2::Subnet does not speak of public addresses in one account",
                "UnstatedPublicIp",
                "AWS::EC2::Subnet",
                subnet -> sometimes(subnet, "MapPublicIpOnLaunch", PseudoParameter.noValue())));
        all.add(Weakening.of(
                "AWS::EC2::Subnet takes a zone by position in one account",
                "ZoneByPosition",
                "AWS::EC2::Subnet",
                subnet -> Edits.set(
                        subnet,
                        "AvailabilityZone",
                        Parts.sometimes(Select.of(Value.of(0), GetAZs.of(Value.of(""))), PseudoParameter.noValue()))));
    }

    /** Whether a rule lets in from the block of a subnet, and so whatever is in it. */
    private static boolean isForSubnets(Resource resource) {
        return resource.resourceType().equals(INGRESS) && Edits.find(resource.properties(), "CidrIp") != null;
    }

    /** A resource with a worse value in one account at the end of a way of members. */
    private static Resource sometimes(Resource resource, String way, @Nullable Value<?> worse) {
        Value<?> better = Edits.find(resource.properties(), way);
        return worse == null || better == null ? resource : Edits.set(resource, way, Parts.sometimes(worse, better));
    }

    /** A resource of a type is there in one account only. */
    private static Weakening onlySomewhere(String rule, String type) {
        return Weakening.of(
                type + " is there in one account only",
                rule,
                type,
                resource -> Edits.options(resource, options -> options.condition(Weakenings.SOMEWHERE)));
    }
}
