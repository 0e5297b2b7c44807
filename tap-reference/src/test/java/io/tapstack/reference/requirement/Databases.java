package io.tapstack.reference.requirement;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Looks at databases, and at who knows their passwords. */
final class Databases {

    private static final String DATABASE = "AWS::RDS::DBInstance";
    private static final String SECRET = "AWS::SecretsManager::Secret";
    private static final String PERMISSION = "AWS::Lambda::Permission";

    private Databases() {}

    /** Each database takes its password from a secret, which is attached to it. */
    static void haveSecrets(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, SECRET);
        for (Part database : stack.parts(DATABASE)) {
            String secret = database.target("MasterUserPassword");
            trouble.expect(
                    stack.typeOf(secret).equals(SECRET)
                            && database.text("MasterUserPassword").contains("resolve:secretsmanager"),
                    database + " has its password from elsewhere");
            trouble.expect(
                    stack.parts("AWS::SecretsManager::SecretTargetAttachment").stream()
                            .anyMatch(
                                    attachment -> attachment.target("SecretId").equals(secret)
                                            && attachment.target("TargetId").equals(database.id())),
                    "the secret of " + database + " is not attached");
        }
    }

    /** The function that rotates the secret of a database may send to it, and the database lets it in. */
    static void areReached(Stack stack, Trouble trouble) {
        for (Part schedule : stack.parts("AWS::SecretsManager::RotationSchedule")) {
            Set<String> rotators = new LinkedHashSet<>();
            stack.part(schedule.target("RotationLambdaARN"))
                    .ifPresent(function -> rotators.addAll(function.targets("VpcConfig.SecurityGroupIds")));
            for (Part database : attached(stack, Rotation.secretOf(stack, schedule))) {
                List<String> doors = database.targets("VPCSecurityGroups");
                trouble.expect(
                        stack.parts("AWS::EC2::SecurityGroupEgress").stream()
                                .anyMatch(rule -> rotators.contains(rule.target("GroupId"))
                                        && doors.contains(rule.target("DestinationSecurityGroupId"))),
                        "the function of " + schedule + " may not send to " + database);
                trouble.expect(
                        stack.parts("AWS::EC2::SecurityGroupIngress").stream()
                                .anyMatch(rule -> doors.contains(rule.target("GroupId"))
                                        && rotators.contains(rule.target("SourceSecurityGroupId"))),
                        database + " lets the function of " + schedule + " not in");
            }
        }
    }

    private static List<Part> attached(Stack stack, String secret) {
        List<Part> databases = new ArrayList<>();
        for (Part attachment : stack.parts("AWS::SecretsManager::SecretTargetAttachment")) {
            if (attachment.target("SecretId").equals(secret)) {
                stack.part(attachment.target("TargetId")).ifPresent(databases::add);
            }
        }
        return databases;
    }

    /** Only roles of functions may read a secret, and they name it. */
    static void secretsAreReadByFunctions(Stack stack, Trouble trouble) {
        Set<String> roles = new LinkedHashSet<>();
        stack.parts("AWS::Lambda::Function").forEach(function -> roles.add(function.target("Role")));
        boolean some = false;
        for (Part role : stack.parts("AWS::IAM::Role")) {
            for (Part statement : Statements.allowing(stack, role.id())) {
                if (statement.texts("Action").contains("secretsmanager:GetSecretValue")) {
                    some = true;
                    trouble.expect(roles.contains(role.id()), role + " is of no function and may read a secret");
                    trouble.expect(
                            statement.targets("Resource").stream()
                                    .allMatch(secret -> stack.typeOf(secret).equals(SECRET)),
                            role + " may read more than secrets of the stack");
                }
            }
        }
        trouble.expect(some, "no role may read a secret");
    }

    /** Secrets Manager may invoke nothing. */
    static UnaryOperator<Template> withoutPermission() {
        return Change.without(PERMISSION, "Principal", "secretsmanager");
    }

    /** A role that no function has may read every secret. */
    static UnaryOperator<Template> otherReader() {
        return template -> Change.addTo(
                        "AWS::IAM::Role",
                        "FlowLogRole",
                        "Policies.PolicyDocument.Statement",
                        Value.json(Map.of(
                                "Effect",
                                "Allow",
                                "Action",
                                "secretsmanager:GetSecretValue",
                                "Resource",
                                Ref.<String>to(LogicalId.of(firstSecret(template))))))
                .apply(template);
    }

    private static String firstSecret(Template template) {
        return template.resources().stream()
                .filter(resource -> resource.resourceType().equals(SECRET))
                .map(resource -> resource.logicalId().name())
                .findFirst()
                .orElse("DatabaseSecret");
    }
}
