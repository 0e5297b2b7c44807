package io.tapstack.reference.requirement;

import java.util.List;

/** Looks at the rotation of secrets. */
final class Rotation {

    private static final List<String> STEPS = List.of(
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetSecretValue",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecretVersionStage");

    private Rotation() {}

    /** Each secret has a schedule of 30 days at most, a function that may rotate it, and that Secrets Manager may invoke. */
    static void isWired(Stack stack, Trouble trouble) {
        for (Part secret : stack.parts("AWS::SecretsManager::Secret")) {
            List<Part> schedules = stack.parts("AWS::SecretsManager::RotationSchedule").stream()
                    .filter(schedule -> secretOf(stack, schedule).equals(secret.id()))
                    .toList();
            trouble.expect(schedules.size() == 1, secret + " has " + schedules.size() + " schedules");
            schedules.forEach(schedule -> isWired(stack, secret, schedule, trouble));
        }
    }

    private static void isWired(Stack stack, Part secret, Part schedule, Trouble trouble) {
        int days = schedule.number("RotationRules.AutomaticallyAfterDays");
        trouble.expect(days >= 1 && days <= 30, schedule + " rotates after " + days + " days");
        String function = schedule.target("RotationLambdaARN");
        Part rotator = stack.part(function).orElse(null);
        if (rotator == null || !rotator.type().equals("AWS::Lambda::Function")) {
            trouble.expect(false, schedule + " has no function of the stack");
            return;
        }
        trouble.expect(
                stack.parts("AWS::Lambda::Permission").stream()
                        .anyMatch(
                                permission -> permission.target("FunctionName").equals(function)
                                        && permission.is("Principal", "secretsmanager.amazonaws.com")
                                        && (permission.has("SourceArn") || permission.has("SourceAccount"))),
                "Secrets Manager may not invoke " + function);
        for (String step : STEPS) {
            trouble.expect(
                    Statements.allows(stack, rotator.target("Role"), step, secret.id()),
                    function + " may not call " + step + " for " + secret);
        }
    }

    /** The secret of a schedule, which names the secret or its attachment. */
    static String secretOf(Stack stack, Part schedule) {
        String target = schedule.target("SecretId");
        return stack.part(target)
                .filter(part -> part.type().equals("AWS::SecretsManager::SecretTargetAttachment"))
                .map(attachment -> attachment.target("SecretId"))
                .orElse(target);
    }
}
