package io.tapstack.reference.requirement;

import static io.tapstack.reference.requirement.Change.append;
import static io.tapstack.reference.requirement.Change.drop;
import static io.tapstack.reference.requirement.Change.options;
import static io.tapstack.reference.requirement.Change.parameter;
import static io.tapstack.reference.requirement.Change.set;
import static io.tapstack.reference.requirement.Change.without;
import static io.tapstack.reference.requirement.Change.withoutOutput;
import static io.tapstack.reference.requirement.Change.withoutParameter;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Groups 6, 7 and 8 of pipeline C: monitoring, access, tags; what deployment demands, and what the README uses. */
final class FinancialControl {

    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final String LOGS = "AWS::Logs::LogGroup";
    private static final String ROLE = "AWS::IAM::Role";

    private FinancialControl() {}

    static List<Requirement> all() {
        return List.of(
                Requirement.of("6.1", "Groups of logs for all services, encrypted by KMS")
                        .shownBy(
                                "functions, API, network and database write to groups of the stack",
                                Api::everythingLogs)
                        .shownBy("each is encrypted", Encryption.of(LOGS))
                        .failsIf("functions have none", drop("AWS::Lambda::Function", "LoggingConfig"))
                        .failsIf("the network has none", without("AWS::EC2::FlowLog"))
                        .failsIf("they have no key", drop(LOGS, "KmsKeyId")),
                Requirement.of("6.2", "Logs are kept for 90 days")
                        .shownBy("or more, as the parameter says", Watching.logs(90))
                        .byDefault(
                                "for 90 days",
                                stack ->
                                        stack.parts(LOGS).stream().allMatch(group -> group.is("RetentionInDays", "90")))
                        .rules("ShortLogRetention")
                        .failsIf("for 30", set(LOGS, "RetentionInDays", Value.of(30)))
                        .failsIf("the parameter allows 30", parameterAllows("30"))
                        .failsIf("for 365 by default", parameter("LogRetentionDays", "Default", "365")),
                Requirement.of("6.3", "Alarms on failed API requests")
                        .shownBy("on errors of the server", Watching.alarm("AWS/ApiGateway", "5XXError"))
                        .shownBy("on errors of clients", Watching.alarm("AWS/ApiGateway", "4XXError"))
                        .shownBy("they tell a topic", Uploads::alarmsTell)
                        .failsIf("there are none", without(ALARM, "Namespace", "AWS/ApiGateway"))
                        .failsIf("they are silent", set(ALARM, "ActionsEnabled", Value.of(false)))
                        .failsIf("they tell nobody", drop(ALARM, "AlarmActions")),
                Requirement.of("6.4", "Alarms on errors of functions")
                        .shownBy("on errors", Watching.alarm("AWS/Lambda", "Errors"))
                        .failsIf("there are none", without(ALARM, "MetricName", "Errors")),
                Requirement.of("6.5", "Logs are detailed enough for an audit")
                        .shownBy("stages log accesses with request id and status, errors, and no bodies", Api::logs)
                        .shownBy("the network logs all traffic", (stack, trouble) -> {
                            trouble.expectSome(stack, "AWS::EC2::FlowLog");
                            stack.parts("AWS::EC2::FlowLog").forEach(log -> trouble.expect(log, "TrafficType", "ALL"));
                        })
                        .rules("MissingFlowLog")
                        .failsIf("accepted traffic alone is logged", set("AWS::EC2::FlowLog", "TrafficType", "ACCEPT"))
                        .failsIf(
                                "the access log has no status",
                                set("AWS::ApiGateway::Stage", "AccessLogSetting.Format", "$context.requestId")),
                Requirement.of("7.1", "Each service has a role with the permissions it needs")
                        .shownBy("each function has a role of its own", Rights::functionsHaveTheirOwn)
                        .failsIf(
                                "functions share one",
                                set("AWS::Lambda::Function", "Role", "arn:aws:iam::111122223333:role/all"))
                        .failsIf(
                                "others may take it on",
                                set(ROLE, "AssumeRolePolicyDocument.Statement.Principal.Service", "ec2.amazonaws.com")),
                Requirement.of("7.2", "No policy has a wildcard in its actions")
                        .shownBy("none has", Rights::areExplicit)
                        .rules("UnexplainedWildcard")
                        .failsIf(
                                "one has",
                                Change.action("dynamodb:PutItem", "dynamodb:*")
                                        .andThen(Change.action("dynamodb:UpdateItem", "dynamodb:*"))
                                        .andThen(Change.action("s3:PutObject", "s3:*"))::apply)
                        .failsIf(
                                "a second statement has",
                                append(
                                        "AWS::IAM::Policy",
                                        "PolicyDocument.Statement",
                                        Value.json(Map.of("Effect", "Allow", "Action", "s3:Get*", "Resource", "x")))),
                Requirement.of("7.3", "Permissions name their resources exactly")
                        .shownBy("what cannot has its record", Rights::areExplicit)
                        .rules("UnexplainedWildcard", "OrphanedException")
                        .failsIf("one names all", set("AWS::IAM::Policy", "PolicyDocument.Statement.0.Resource", "*"))
                        .failsIf(
                                "the records are gone",
                                options("AWS::IAM::Policy", options -> options.metadata(Map.of()))),
                Requirement.of("7.4", "Functions, API Gateway and administrators have roles apart")
                        .shownBy("no role serves two of them", Api::rolesAreApart)
                        .sometimes("API Gateway has one", stack -> trusts(stack, "apigateway.amazonaws.com"))
                        .sometimes("administrators have one", FinancialControl::hasAdministrator)
                        .failsIf(
                                "API Gateway has none",
                                without(ROLE, "AssumeRolePolicyDocument", "apigateway.amazonaws.com"))
                        .failsIf("administrators have none", without(ROLE, "AssumeRolePolicyDocument", "Admin"))
                        .failsIf(
                                "everybody may take on every role",
                                append(
                                        ROLE,
                                        "AssumeRolePolicyDocument.Statement",
                                        Value.json(Map.of(
                                                "Effect", "Allow",
                                                "Principal", Map.of("Service", "apigateway.amazonaws.com"),
                                                "Action", "sts:AssumeRole")))),
                Requirement.of("7.5", "Service-linked roles where AWS has them")
                        .shownBy(
                                "no role of the stack does what a service-linked one does",
                                (stack, trouble) -> stack.parts(ROLE)
                                        .forEach(role -> trouble.expect(
                                                !role.text("AssumeRolePolicyDocument")
                                                        .matches("(?s).*(config|guardduty|rds|dynamodb)\\.amazonaws.*"),
                                                role + " is of a service with a linked role")))
                        .failsIf(
                                "Config has one of the stack",
                                set(ROLE, "AssumeRolePolicyDocument.Statement.Principal", service("config"))),
                Requirement.of("8.1", "Cost allocation tags on all resources")
                        .shownBy("on each that can have tags", Watching::tags)
                        .failsIf("buckets have none", drop("AWS::S3::Bucket", "Tags"))
                        .failsIf("keys of the API have none", drop("AWS::ApiGateway::ApiKey", "Tags")),
                Requirement.of("8.2", "Tags for environment, project and compliance level")
                        .shownBy("all three", Watching::tags)
                        .failsIf("one is missing", Change.everywhere("ComplianceLevel", "Level")),
                Requirement.of("8.3", "Tags for automated scans")
                        .shownBy("the compliance level has one value", Api::oneLevel)
                        .failsIf(
                                "one resource has another",
                                set("AWS::KMS::Key", "Tags.3.Value", "none")
                                        .andThen(set("AWS::KMS::Key", "Tags.2.Value", "none"))
                                        .andThen(set("AWS::KMS::Key", "Tags.1.Value", "none"))::apply),
                Requirement.of("Deployment", "Everything can be destroyed, and names end in the suffix")
                        .shownBy("both policies of what holds data are Delete", Stores::allIsDeleted)
                        .failsIf(
                                "the bucket stays",
                                options("AWS::S3::Bucket", options -> options.deletionPolicy(Value.of("Retain"))))
                        .failsIf(
                                "the database leaves a snapshot",
                                options(
                                        "AWS::RDS::DBInstance",
                                        options -> options.deletionPolicy(Value.of("Snapshot")))),
                readme());
    }

    private static Requirement readme() {
        List<String> outputs =
                List.of("ApiEndpoint", "ApiKeyId", "TransactionTableName", "DataBucketName", "DatabaseSecretArn");
        return Requirement.of("README", "Parameters, outputs and names are those that its README uses")
                .shownBy(
                        "outputs are there",
                        (stack, trouble) -> outputs.forEach(
                                name -> trouble.expect(stack.output(name).isPresent(), "there is no output " + name)))
                .shownBy("names are kept", Api::names)
                .byDefault(
                        "parameters have the README's values",
                        stack -> stack.assignment()
                                .entrySet()
                                .containsAll(Map.of(
                                                "EnvironmentSuffix", "prod",
                                                "SecretRotationDays", "30",
                                                "LogRetentionDays", "90",
                                                "VpcCidr", "10.0.0.0/16")
                                        .entrySet()))
                .failsIf("an output is gone", withoutOutput("ApiKeyId"))
                .failsIf("a parameter is gone", withoutParameter("SecretRotationDays"))
                .failsIf("a default is another", parameter("EnvironmentSuffix", "Default", "dev"))
                .failsIf("an alarm has another name", set(ALARM, "AlarmName", "alarm"));
    }

    private static UnaryOperator<Template> parameterAllows(String value) {
        return Change.parameterList("LogRetentionDays", "AllowedValues", Value.strings(value, "90"));
    }

    private static Value<?> service(String name) {
        return Value.json(Map.of("Service", name + ".amazonaws.com"));
    }

    private static boolean trusts(Stack stack, String principal) {
        return stack.parts(ROLE).stream()
                .anyMatch(role -> role.text("AssumeRolePolicyDocument").contains(principal));
    }

    private static boolean hasAdministrator(Stack stack) {
        return stack.parts(ROLE).stream()
                .anyMatch(role -> role.has("AssumeRolePolicyDocument.Statement.Principal.AWS"));
    }
}
