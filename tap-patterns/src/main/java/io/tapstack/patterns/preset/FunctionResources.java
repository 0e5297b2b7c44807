package io.tapstack.patterns.preset;

import io.tapstack.model.aws.ec2.SecurityGroup;
import io.tapstack.model.aws.ec2.securitygroup.Egress;
import io.tapstack.model.aws.iam.Policy;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.aws.lambda.EventInvokeConfig;
import io.tapstack.model.aws.lambda.Function;
import io.tapstack.model.aws.lambda.eventinvokeconfig.DestinationConfig;
import io.tapstack.model.aws.lambda.eventinvokeconfig.OnFailure;
import io.tapstack.model.aws.lambda.function.Environment;
import io.tapstack.model.aws.lambda.function.LoggingConfig;
import io.tapstack.model.aws.lambda.function.VpcConfig;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.AwsService.EndpointType;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a function is made of: its group, logs, role and policy, the function itself, and what calls it. */
final class FunctionResources {

    private final PrivateLambda function;
    private final Wiring wiring;
    private final StackConventions conventions;

    FunctionResources(PrivateLambda function, Wiring wiring) {
        this.function = function;
        this.wiring = wiring;
        this.conventions = wiring.conventions();
    }

    /** All of them, in the order in which they are written. */
    List<Resource> all() {
        List<Resource> resources = new ArrayList<>();
        resources.add(securityGroup());
        resources.addAll(function.logGroup().fragment(wiring).resources());
        Role role = Role.builder(function.roleId().name(), function.source())
                .roleName(conventions.name("lambda-" + function.name() + "-role"))
                .assumeRolePolicyDocument(PolicyDocument.of(Statement.allow("Lambda")
                        .addPrincipals(Principal.service("lambda.amazonaws.com"))
                        .addActions("sts:AssumeRole")
                        .build()))
                .build();
        Policy policy = policy();
        resources.add(role);
        resources.add(policy);
        resources.add(function(role, policy));
        resources.add(EventInvokeConfig.builder(function.idPrefix() + "FailureDestination", function.source())
                .functionName(function.ref())
                .qualifier("$LATEST")
                .maximumRetryAttempts(2)
                .destinationConfig(DestinationConfig.builder()
                        .onFailure(OnFailure.builder()
                                .destination(function.failureQueue().arn())
                                .build())
                        .build())
                .build());
        List<LogicalId> ready = function.wayOut(wiring);
        for (EventSource source : function.eventSources()) {
            resources.addAll(source.triggers(function, conventions, ready));
        }
        return resources;
    }

    private SecurityGroup securityGroup() {
        Set<AwsService> gateways = new TreeSet<>();
        for (AwsService service : wiring.servicesCalledFrom(function.place())) {
            if (service.endpointType() == EndpointType.GATEWAY) {
                gateways.add(service);
            }
        }
        List<Value<Egress>> rules = new ArrayList<>();
        for (AwsService service : gateways) {
            rules.add(SecurityGroups.toPrefixList(
                    service.title(), function.network().prefixList(service)));
        }
        if (rules.isEmpty()) {
            rules.add(SecurityGroups.noEgress());
        }
        SecurityGroup.Builder group = SecurityGroup.builder(
                        function.securityGroupId().name(), function.source())
                .groupDescription("Function " + function.logicalId() + ": no way in, HTTPS to what it calls")
                .vpcId(function.network().ref())
                .securityGroupEgress(Value.list(rules))
                .tags(Tag.of("Name", conventions.name("lambda-sg")));
        function.securityGroupName().ifPresent(name -> group.groupName(conventions.name(name)));
        return group.build();
    }

    private Policy policy() {
        FunctionPolicy rights = new FunctionPolicy(function, wiring);
        return Policy.builder(function.idPrefix() + "ExecutionPolicy", function.source())
                .policyName(function.name())
                .roles(Ref.<String>to(function.roleId()))
                .policyDocument(rights.document())
                .options(options -> options.metadata(ExceptionRecord.metadata(rights.exceptions())))
                .build();
    }

    private List<ExceptionRecord> exceptions() {
        List<ExceptionRecord> records = new ArrayList<>();
        records.add(ExceptionRecord.of("DeadLetterConfig", "none", "OnFailure tells more", "FailureDestination")
                .answering(Checker.CHECKOV.finding("CKV_AWS_116")));
        if (function.reservedConcurrency().isEmpty()) {
            records.add(ExceptionRecord.of("ReservedConcurrentExecutions", "none", "The quota may be 10", "That quota")
                    .answering(Checker.CHECKOV.finding("CKV_AWS_115")));
        }
        return records;
    }

    private Function function(Role role, Policy policy) {
        Function.Builder built = Function.builder(function.logicalId().name(), function.source())
                .functionName(conventions.name(function.name()))
                .runtime(function.runtime())
                .handler(function.handler())
                .memorySize(function.memorySize())
                .timeout(function.timeout())
                .role(role.arn())
                .kmsKeyArn(function.key().arn())
                .vpcConfig(VpcConfig.builder()
                        .securityGroupIds(GetAtt.<String>of(function.securityGroupId(), "GroupId"))
                        .subnetIds(Value.list(function.network().subnetRefs()))
                        .build())
                .loggingConfig(LoggingConfig.builder()
                        .logFormat("JSON")
                        .logGroup(function.logGroup().ref())
                        .build())
                .code(function.code().property())
                .tags(Tag.of("Name", conventions.name(function.name())))
                .options(options -> options.dependsOn(policy).metadata(ExceptionRecord.metadata(exceptions())));
        function.codeSigningConfig().ifPresent(built::codeSigningConfigArn);
        function.reservedConcurrency().ifPresent(built::reservedConcurrentExecutions);
        if (!function.environment().isEmpty()) {
            Map<String, Value<String>> variables = new LinkedHashMap<>();
            LateNames lateNames = new LateNames(wiring);
            function.environment().forEach((name, value) -> variables.put(name, lateNames.in(value)));
            built.environment(Environment.builder().variables(variables).build());
        }
        return built.build();
    }
}
