package io.tapstack.reference.requirement;

import static io.tapstack.reference.requirement.Change.append;
import static io.tapstack.reference.requirement.Change.drop;
import static io.tapstack.reference.requirement.Change.set;
import static io.tapstack.reference.requirement.Change.with;
import static io.tapstack.reference.requirement.Change.without;

import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;

/** Groups 3, 4 and 5 of pipeline C: functions and API, secrets, network. */
final class FinancialService {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String METHOD = "AWS::ApiGateway::Method";
    private static final String STAGE = "AWS::ApiGateway::Stage";
    private static final String SCHEDULE = "AWS::SecretsManager::RotationSchedule";
    private static final String SECRET = "AWS::SecretsManager::Secret";
    private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";
    private static final String GROUP = "AWS::EC2::SecurityGroup";

    private FinancialService() {}

    static List<Requirement> all() {
        return List.of(
                Requirement.of("3.1", "Functions run in private subnets, without a way to the internet")
                        .shownBy("they run in subnets of the stack", Network::functionsInside)
                        .rules("FunctionReachesServices")
                        .failsIf("one runs outside", drop(FUNCTION, "VpcConfig"))
                        .failsIf("they run in one subnet", drop(FUNCTION, "VpcConfig.SubnetIds")),
                Requirement.of("3.2", "Environments are encrypted by the key")
                        .shownBy("the key of each function is one of the stack", Encryption.of(FUNCTION))
                        .failsIf("they have no key", drop(FUNCTION, "KmsKeyArn")),
                Requirement.of("3.3", "A REST API validates requests")
                        .shownBy("each method has a validator, and a model for any content type", Api::validates)
                        .failsIf("there is no validator", drop(METHOD, "RequestValidatorId"))
                        .failsIf(
                                "bodies pass",
                                set("AWS::ApiGateway::RequestValidator", "ValidateRequestBody", Value.of(false)))
                        .failsIf("JSON alone is validated", Api.modelOf("application/json"))
                        .failsIf("there is no model", drop(METHOD, "RequestModels")),
                Requirement.of("3.4", "Each method demands an API key")
                        .shownBy("each does, and a plan gives a key the stage", Api::demandsKeys)
                        .failsIf("one does not", set(METHOD, "ApiKeyRequired", Value.of(false)))
                        .failsIf("there is no key", without("AWS::ApiGateway::ApiKey"))
                        .failsIf("the key is in no plan", without("AWS::ApiGateway::UsagePlanKey")),
                Requirement.of("3.5", "The API logs, encrypted")
                        .shownBy("stages log accesses and errors to groups of the stack, never bodies", Api::logs)
                        .shownBy("groups are encrypted", Encryption.of("AWS::Logs::LogGroup"))
                        .failsIf("there is no access log", drop(STAGE, "AccessLogSetting"))
                        .failsIf("errors are not logged", set(STAGE, "MethodSettings.LoggingLevel", "OFF"))
                        .failsIf("bodies are logged", set(STAGE, "MethodSettings.DataTraceEnabled", Value.of(true))),
                Requirement.of("4.1", "A secret holds the credentials of the database")
                        .shownBy(
                                "it is attached to a database, which takes its password from it",
                                Databases::haveSecrets)
                        .failsIf("there is no secret", without(SECRET))
                        .failsIf(
                                "the password stands in the template",
                                set("AWS::RDS::DBInstance", "MasterUserPassword", "correct horse"))
                        .failsIf("it is not attached", without("AWS::SecretsManager::SecretTargetAttachment")),
                Requirement.of("4.2", "It rotates every 30 days")
                        .shownBy("from schedule to function to secret all is wired", Rotation::isWired)
                        .shownBy("the function reaches the database", Databases::areReached)
                        .sometimes("there is a schedule", stack -> stack.has(SCHEDULE))
                        .failsIf("there is no schedule", without(SCHEDULE))
                        .failsIf(
                                "it rotates after a year",
                                set(SCHEDULE, "RotationRules.AutomaticallyAfterDays", Value.of(365)))
                        .failsIf("Secrets Manager may not invoke", Databases.withoutPermission())
                        .failsIf(
                                "the function may not write it",
                                Change.action("secretsmanager:PutSecretValue", "secretsmanager:ListSecrets"))
                        .failsIf(
                                "the database lets nobody in",
                                without("AWS::EC2::SecurityGroupIngress", "FromPort", "5432")),
                Requirement.of("4.3", "Secrets are encrypted by the key")
                        .shownBy("the key of each is one of the stack", Encryption.of(SECRET))
                        .failsIf("one has no key", drop(SECRET, "KmsKeyId")),
                Requirement.of("4.4", "Roles of certain functions alone may read secrets")
                        .shownBy("no other role may, and none more than it names", Databases::secretsAreReadByFunctions)
                        .failsIf("a role of no function may", Databases.otherReader())
                        .failsIf(
                                "any secret may be read",
                                Change.resource("secretsmanager:GetSecretValue", Value.of("*"))),
                Requirement.of("5.1", "A network has private subnets in several zones")
                        .shownBy("subnets in three zones are private", Network.privateSubnets(3))
                        .failsIf("there are two", without("PrivateSubnet3"))
                        .failsIf("they are public", set("AWS::EC2::Subnet", "MapPublicIpOnLaunch", Value.of(true))),
                Requirement.of("5.2", "There are no NAT gateways and no internet gateways")
                        .shownBy("nothing leads out", Network.privateSubnets(0))
                        .rules("WayToInternet")
                        .failsIf("there is a NAT gateway", with("Nat", "AWS::EC2::NatGateway"))
                        .failsIf("there is an internet gateway", with("Gateway", "AWS::EC2::InternetGateway"))
                        .failsIf("there is a route", with("Route", "AWS::EC2::Route")),
                Requirement.of("5.3", "Endpoints of S3, DynamoDB and Secrets Manager")
                        .shownBy("there are, with policies", Network.endpoints("s3", "dynamodb", "secretsmanager"))
                        .rules("EndpointWithoutPolicy", "FunctionReachesServices")
                        .failsIf("there is none of S3", without(ENDPOINT, "ServiceName", ".s3"))
                        .failsIf("there is none of DynamoDB", without(ENDPOINT, "ServiceName", ".dynamodb"))
                        .failsIf(
                                "there is none of Secrets Manager", without(ENDPOINT, "ServiceName", ".secretsmanager"))
                        .failsIf("one has no policy", drop(ENDPOINT, "PolicyDocument")),
                Requirement.of("5.4", "Security groups have explicit rules for ingress and egress")
                        .shownBy("each rule names one port, and no range is open", Network::groupsAreExplicit)
                        .rules("OpenSecurityGroup")
                        .failsIf("a group has no egress rule", drop(GROUP, "SecurityGroupEgress"))
                        .failsIf("a group is open", append(GROUP, "SecurityGroupIngress", open()))
                        .failsIf(
                                "a rule opens all ports",
                                set("AWS::EC2::SecurityGroupIngress", "FromPort", Value.of(0))),
                Requirement.of("5.5", "All traffic stays within AWS")
                        .shownBy(
                                "endpoints have private names or routes, and the API is private by default",
                                Api::isInside)
                        .byDefault(
                                "the API is private",
                                stack -> stack.parts("AWS::ApiGateway::RestApi").stream()
                                        .allMatch(api -> api.texts("EndpointConfiguration.Types")
                                                .equals(List.of("PRIVATE"))))
                        .failsIf(
                                "the API is open to the internet",
                                set(
                                        "AWS::ApiGateway::RestApi",
                                        "EndpointConfiguration",
                                        Value.json(Map.of("Types", List.of("REGIONAL")))))
                        .failsIf("endpoints have no private names", set(ENDPOINT, "PrivateDnsEnabled", Value.of(false)))
                        .failsIf("a private API has no policy", drop("AWS::ApiGateway::RestApi", "Policy")));
    }

    private static Value<?> open() {
        return Value.json(Map.of("IpProtocol", "tcp", "FromPort", 443, "ToPort", 443, "CidrIp", "0.0.0.0/0"));
    }
}
