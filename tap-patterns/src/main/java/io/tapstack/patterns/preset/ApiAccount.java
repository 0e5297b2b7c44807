package io.tapstack.patterns.preset;

import io.tapstack.model.aws.apigateway.Account;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.aws.iam.role.Policy;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;

/**
 * The role by which API Gateway writes logs: one for all APIs of an account and region, so the stack sets it only if the parameter
 * {@code ManageApiGatewayAccount} says so.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html">Logging of APIs</a>
 */
final class ApiAccount {

    private static final LogicalId ACCOUNT = LogicalId.of("ApiGatewayAccount");

    private final SourceLocation source;
    private final Parameter parameter;
    private final Condition managing;

    ApiAccount(SourceLocation source) {
        this.source = source;
        this.parameter = Parameter.string("ManageApiGatewayAccount")
                .description(
                        "Set the role by which API Gateway writes logs, for all APIs of account and region; false if it is set")
                .defaultValue("true")
                .allowedValues("true", "false")
                .build();
        this.managing = Condition.of("SetApiGatewayAccount", Equals.of(parameter.ref(), "true"));
    }

    /** A text that names the setting where the stack makes it: no resource may depend on a conditional one in another way. */
    Value<String> describe(String text) {
        return managing.choose(
                Sub.concat(Value.of(text + " (logs by "), Ref.to(ACCOUNT), Value.of(")")), Value.of(text));
    }

    void addTo(Fragment.Builder fragment) {
        Role role = Role.builder("ApiGatewayLogRole", source)
                .assumeRolePolicyDocument(PolicyDocument.of(Statement.allow("ApiGateway")
                        .addPrincipals(Principal.service("apigateway.amazonaws.com"))
                        .addActions("sts:AssumeRole")
                        .build()))
                .policies(Policy.builder()
                        .policyName("WriteLogs")
                        .policyDocument(rights())
                        .build())
                .options(options -> options.condition(managing)
                        .metadata(ExceptionRecord.metadata(
                                ExceptionRecord.of(
                                        "WriteLogsOfApis",
                                        "log-group:/aws/apigateway/*, log-group:API-Gateway-Execution-Logs_*",
                                        "The role serves all APIs of account and region, whose ids are not known",
                                        "Groups of API Gateway only"),
                                ExceptionRecord.of(
                                        "FindLogs",
                                        "Resource *",
                                        "logs:DescribeLogGroups cannot be limited to groups",
                                        "Names of groups, no contents"))))
                .build();
        fragment.addParameters(parameter)
                .addConditions(managing)
                .addResources(
                        role,
                        Account.builder(ACCOUNT.name(), source)
                                .cloudWatchRoleArn(role.arn())
                                .options(options -> options.condition(managing))
                                .build());
    }

    /** The actions of AWS's own policy for this role, on the groups that API Gateway names. */
    private static PolicyDocument rights() {
        return PolicyDocument.of(
                Statement.allow("WriteLogsOfApis")
                        .addActions(
                                "logs:CreateLogGroup",
                                "logs:CreateLogStream",
                                "logs:DescribeLogStreams",
                                "logs:FilterLogEvents",
                                "logs:GetLogEvents",
                                "logs:PutLogEvents")
                        .addResources(
                                Arns.logGroup(Value.of("/aws/apigateway/*")),
                                Arns.logGroup(Value.of("API-Gateway-Execution-Logs_*")))
                        .build(),
                Statement.allow("FindLogs")
                        .addActions("logs:DescribeLogGroups")
                        .addResources(Value.of("*"))
                        .build());
    }
}
