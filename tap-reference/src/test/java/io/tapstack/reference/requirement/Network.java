package io.tapstack.reference.requirement;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at networks: what is private, by which endpoints AWS is reached, and what security groups say. */
final class Network {

    private static final Set<String> WAYS_OUT = Set.of(
            "AWS::EC2::InternetGateway",
            "AWS::EC2::NatGateway",
            "AWS::EC2::EgressOnlyInternetGateway",
            "AWS::EC2::VPCGatewayAttachment",
            "AWS::EC2::TransitGatewayAttachment",
            "AWS::EC2::VPCPeeringConnection",
            "AWS::EC2::EIP",
            "AWS::EC2::Route");

    private Network() {}

    /** Subnets in so many zones, all private, and nothing that leads out of the network. */
    static Check privateSubnets(int zones) {
        return (stack, trouble) -> {
            Set<String> used = new TreeSet<>();
            for (Part subnet : stack.parts("AWS::EC2::Subnet")) {
                trouble.expect(subnet, "MapPublicIpOnLaunch", "false");
                used.add(subnet.text("AvailabilityZoneId") + subnet.text("AvailabilityZone"));
            }
            trouble.expect(used.size() >= zones, "subnets lie in " + used.size() + " zones, not in " + zones);
            for (Part part : stack.parts()) {
                trouble.expect(!WAYS_OUT.contains(part.type()), part + " leads out of the network");
            }
        };
    }

    /** Functions run in subnets of the stack, behind security groups of their own. */
    static void functionsInside(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, "AWS::Lambda::Function");
        for (Part function : stack.parts("AWS::Lambda::Function")) {
            List<String> subnets = function.targets("VpcConfig.SubnetIds");
            trouble.expect(subnets.size() >= 2, function + " runs in " + subnets.size() + " subnets");
            for (String subnet : subnets) {
                trouble.expect(
                        stack.typeOf(subnet).equals("AWS::EC2::Subnet"), function + " runs elsewhere: " + subnet);
            }
            List<String> groups = function.targets("VpcConfig.SecurityGroupIds");
            trouble.expect(
                    !groups.isEmpty()
                            && groups.stream()
                                    .allMatch(group -> stack.typeOf(group).equals("AWS::EC2::SecurityGroup")),
                    function + " has no security group of the stack");
        }
    }

    /** There are endpoints of these services, each with a policy that names actions and resources. */
    static Check endpoints(String... services) {
        return (stack, trouble) -> {
            for (String service : services) {
                List<Part> found = stack.parts("AWS::EC2::VPCEndpoint").stream()
                        .filter(one -> one.text("ServiceName").endsWith("." + service))
                        .toList();
                trouble.expect(!found.isEmpty(), "there is no endpoint of " + service);
                found.forEach(endpoint -> endpoint(stack, endpoint, trouble));
            }
        };
    }

    private static void endpoint(Stack stack, Part endpoint, Trouble trouble) {
        List<Part> statements = Statements.allowing(endpoint);
        trouble.expect(!statements.isEmpty(), endpoint + " has no policy");
        for (Part statement : statements) {
            boolean wild = statement.texts("Action").stream().anyMatch(action -> action.contains("*"))
                    || statement.texts("Resource").contains("*");
            trouble.expect(!wild, endpoint + " lets through more than it names");
            trouble.expect(
                    !statement.is("Principal", "*") || statement.has("Condition"), endpoint + " lets everybody in");
        }
        if (endpoint.is("VpcEndpointType", "Gateway")) {
            for (Part table : stack.parts("AWS::EC2::RouteTable")) {
                trouble.expect(
                        endpoint.targets("RouteTableIds").contains(table.id()), endpoint + " has no route in " + table);
            }
        } else {
            trouble.expect(endpoint, "PrivateDnsEnabled", "true");
            trouble.expect(!endpoint.targets("SecurityGroupIds").isEmpty(), endpoint + " has no security group");
        }
    }

    /** Security groups say what they let in and out, by protocol and port, and name no open range. */
    static void groupsAreExplicit(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, "AWS::EC2::SecurityGroup");
        for (Part group : stack.parts("AWS::EC2::SecurityGroup")) {
            trouble.expect(!group.objects("SecurityGroupEgress").isEmpty(), group + " has no egress rule");
            group.objects("SecurityGroupEgress").forEach(rule -> rule(rule, trouble));
            group.objects("SecurityGroupIngress").forEach(rule -> rule(rule, trouble));
        }
        stack.parts("AWS::EC2::SecurityGroupEgress").forEach(rule -> rule(rule, trouble));
        stack.parts("AWS::EC2::SecurityGroupIngress").forEach(rule -> rule(rule, trouble));
    }

    private static void rule(Part rule, Trouble trouble) {
        trouble.expect(rule, "IpProtocol", "tcp");
        trouble.expect(
                rule.number("FromPort") > 0 && rule.number("FromPort") == rule.number("ToPort"),
                rule + " opens more than a port");
        String block = rule.text("CidrIp") + rule.text("CidrIpv6");
        trouble.expect(!block.endsWith("/0"), rule + " is open to " + block);
    }
}
