package io.tapstack.patterns.preset;

import io.tapstack.model.aws.ec2.SecurityGroup;
import io.tapstack.model.aws.ec2.SecurityGroupEgress;
import io.tapstack.model.aws.ec2.SecurityGroupIngress;
import io.tapstack.model.aws.rds.DBSubnetGroup;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Connection;
import io.tapstack.patterns.access.NetworkCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a database stands in the network, and who reaches it: two rules for each security group that was given a connection. */
final class DatabaseAccess {

    private final PrivateDatabase database;
    private final Wiring wiring;

    DatabaseAccess(PrivateDatabase database, Wiring wiring) {
        this.database = database;
        this.wiring = wiring;
    }

    /** The rules by which code behind this security group reaches what listens: out there, and in here. */
    static List<LogicalId> rules(Connection connection, LogicalId caller) {
        return List.of(egressId(connection, caller), ingressId(connection, caller));
    }

    private static LogicalId egressId(Connection connection, LogicalId caller) {
        return LogicalId.of(caller.name() + "To" + connection.target());
    }

    private static LogicalId ingressId(Connection connection, LogicalId caller) {
        return LogicalId.of(caller.name() + "At" + connection.target());
    }

    List<Resource> resources() {
        StackConventions conventions = wiring.conventions();
        List<Resource> resources = new ArrayList<>();
        resources.add(DBSubnetGroup.builder(database.subnetGroupId().name(), database.source())
                .dbSubnetGroupDescription("The private subnets")
                .subnetIds(Value.list(database.network().subnetRefs()))
                .tags(Tag.of("Name", conventions.name(database.name() + "-subnets")))
                .build());
        resources.add(SecurityGroup.builder(database.securityGroupId().name(), database.source())
                .groupDescription(database.logicalId() + ": no way out, PostgreSQL from those who were given it")
                .vpcId(database.network().ref())
                .securityGroupEgress(SecurityGroups.noEgress())
                .tags(Tag.of("Name", conventions.name(database.name() + "-database-sg")))
                .build());
        Set<LogicalId> callers = new LinkedHashSet<>();
        for (NetworkCall call : wiring.connectionsTo(database.logicalId())) {
            if (callers.add(call.from().securityGroup())) {
                addRules(resources, call);
            }
        }
        return resources;
    }

    private void addRules(List<Resource> resources, NetworkCall call) {
        Connection connection = call.connection();
        LogicalId caller = call.from().securityGroup();
        GetAtt<String> callers = GetAtt.of(caller, "GroupId");
        resources.add(SecurityGroupEgress.builder(egressId(connection, caller).name(), database.source())
                .groupId(callers)
                .description(connection.what() + " to " + connection.target())
                .ipProtocol("tcp")
                .fromPort(connection.port())
                .toPort(connection.port())
                .destinationSecurityGroupId(database.securityGroup())
                .build());
        resources.add(SecurityGroupIngress.builder(ingressId(connection, caller).name(), database.source())
                .groupId(database.securityGroup())
                .description(connection.what() + " from " + caller)
                .ipProtocol("tcp")
                .fromPort(connection.port())
                .toPort(connection.port())
                .sourceSecurityGroupId(callers)
                .build());
    }
}
