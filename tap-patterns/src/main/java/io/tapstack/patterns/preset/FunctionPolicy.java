package io.tapstack.patterns.preset;

import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyCondition;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.Grant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the role of a function may do: its accesses, the keys behind them, and the network interfaces that Lambda makes for it.
 *
 * <p>Lambda checks the rights on network interfaces without a resource or a condition, so they cannot be narrowed where they are
 * allowed; two denials take away what is not meant: other VPCs, and calls from the function's own code.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions">Permissions for
 *     VPCs</a>
 */
final class FunctionPolicy {

    private static final String[] INTERFACE_ACTIONS = {
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses"
    };

    private static final String[] CHANGING_INTERFACE_ACTIONS = {
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:UnassignPrivateIpAddresses"
    };

    private static final Value<String> ANY = Value.of("*");

    private final PrivateLambda function;
    private final Collection<Access> accesses;
    private final LateNames lateNames;
    private final Sub functionArn;

    FunctionPolicy(PrivateLambda function, Wiring wiring) {
        this.function = function;
        this.accesses = bySid(function, wiring.grantsOf(function.roleId()));
        this.lateNames = new LateNames(wiring);
        this.functionArn = Arns.function(wiring.conventions().name(function.name()));
    }

    /** Each access once: what the code does and what Lambda does for it can be the same. */
    private static Collection<Access> bySid(PrivateLambda function, List<Grant> grants) {
        Map<String, Access> bySid = new LinkedHashMap<>();
        for (Grant grant : grants) {
            Access access = grant.access();
            Access known = bySid.putIfAbsent(access.sid(), access);
            if (known != null && !known.equals(access)) {
                throw new IllegalStateException("accesses: two different ones of " + function.logicalId()
                        + " have the sid " + access.sid() + "; rename one with named()");
            }
        }
        return bySid.values();
    }

    PolicyDocument document() {
        List<Value<Statement>> statements = new ArrayList<>();
        for (Access access : accesses) {
            statements.add(Statement.allow(access.sid())
                    .addAllActions(access.actions())
                    .addAllResources(
                            access.resources().stream().map(lateNames::in).toList())
                    .addAllConditions(access.conditions())
                    .build());
        }
        addKeys(statements);
        statements.add(Statement.allow("ReadOwnEnvironment")
                .addActions("kms:Decrypt")
                .addResources(function.key().arn())
                .condition(ConditionOperator.STRING_EQUALS, "kms:EncryptionContext:aws:lambda:FunctionArn", functionArn)
                .build());
        addNetworkInterfaces(statements);
        return PolicyDocument.of(statements);
    }

    /** One statement for each key, through just the services that keep data under it. */
    private void addKeys(List<Value<Statement>> statements) {
        Map<LogicalId, List<Access>> byKey = new LinkedHashMap<>();
        for (Access access : accesses) {
            if (!access.keyActions().isEmpty()) {
                access.key()
                        .ifPresent(key -> byKey.computeIfAbsent(key, first -> new ArrayList<>())
                                .add(access));
            }
        }
        for (Map.Entry<LogicalId, List<Access>> entry : byKey.entrySet()) {
            TreeSet<String> actions = new TreeSet<>();
            TreeSet<AwsService> services = new TreeSet<>();
            for (Access access : entry.getValue()) {
                actions.addAll(access.keyActions());
                services.add(access.service());
            }
            List<Value<String>> hosts = new ArrayList<>();
            for (AwsService service : services) {
                hosts.add(service.viaService());
            }
            statements.add(Statement.allow("Use" + entry.getKey() + "ThroughServices")
                    .addAllActions(actions)
                    .addResources(GetAtt.of(entry.getKey(), "Arn"))
                    .addConditions(PolicyCondition.of(ConditionOperator.STRING_EQUALS, "kms:ViaService", hosts))
                    .build());
        }
    }

    private void addNetworkInterfaces(List<Value<Statement>> statements) {
        statements.add(Statement.allow("VpcAttachment")
                .addActions(INTERFACE_ACTIONS)
                .addResources(ANY)
                .build());
        statements.add(Statement.deny("NoOtherVpc")
                .addActions(CHANGING_INTERFACE_ACTIONS)
                .addResources(ANY)
                .condition(ConditionOperator.NULL, "ec2:Vpc", "false")
                .condition(
                        ConditionOperator.ARN_NOT_EQUALS,
                        "ec2:Vpc",
                        Arns.own(
                                "ec2",
                                Sub.concat(Value.of("vpc/"), function.network().ref())))
                .build());
        statements.add(Statement.deny("NoEc2CallsFromCode")
                .addActions(INTERFACE_ACTIONS)
                .addResources(ANY)
                .condition(ConditionOperator.ARN_EQUALS, "lambda:SourceFunctionArn", functionArn)
                .build());
    }

    List<ExceptionRecord> exceptions() {
        List<ExceptionRecord> records = new ArrayList<>();
        records.add(ExceptionRecord.of(
                        "VpcAttachment",
                        "Resource *",
                        "Lambda checks these rights without a resource",
                        "NoOtherVpc and NoEc2CallsFromCode")
                .answering(Checker.CHECKOV.finding("CKV_AWS_111")));
        records.add(ExceptionRecord.of(
                "NoOtherVpc, NoEc2CallsFromCode", "Resource *", "A denial must be broad", "It grants nothing"));
        for (Access access : accesses) {
            records.addAll(access.exceptions());
        }
        return records;
    }
}
