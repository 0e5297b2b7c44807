package io.tapstack.patterns.preset;

import io.tapstack.model.aws.lambda.Permission;
import io.tapstack.model.aws.secretsmanager.RotationSchedule;
import io.tapstack.model.aws.secretsmanager.SecretTargetAttachment;
import io.tapstack.model.aws.secretsmanager.rotationschedule.RotationRules;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a secret rotate. The first rotation begins as soon as the schedule is there, so the schedule waits for all that a
 * rotation needs: the permission, the attachment to the database, the endpoint, the rules of the security groups. The function
 * itself waits for its policy.
 */
final class SecretRotation {

    private final RotatingSecret secret;
    private final Wiring wiring;

    SecretRotation(RotatingSecret secret, Wiring wiring) {
        this.secret = secret;
        this.wiring = wiring;
    }

    /** Nothing, if the secret does not rotate and opens no database. */
    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        Ref<String> ready = attach(resources);
        secret.rotatedBy().ifPresent(function -> addSchedule(resources, function, ready));
        return resources;
    }

    /** The secret as it is once it names its database. */
    private Ref<String> attach(List<Resource> resources) {
        return secret.openedBy()
                .map(target -> {
                    SecretTargetAttachment attachment = SecretTargetAttachment.builder(
                                    secret.logicalId() + "Attachment", secret.source())
                            .secretId(secret.ref())
                            .targetId(Ref.<String>to(target.database()))
                            .targetType(target.type())
                            .build();
                    resources.add(attachment);
                    return Ref.<String>to(attachment.logicalId());
                })
                .orElseGet(secret::ref);
    }

    private void addSchedule(List<Resource> resources, PrivateLambda function, Ref<String> ready) {
        Permission permission = Permission.builder(secret.logicalId() + "RotationPermission", secret.source())
                .action("lambda:InvokeFunction")
                .functionName(function.arn())
                .principal("secretsmanager.amazonaws.com")
                .sourceAccount(PseudoParameter.ACCOUNT_ID)
                .sourceArn(secret.arn())
                .build();
        resources.add(permission);
        List<LogicalId> needs = new ArrayList<>();
        needs.add(permission.logicalId());
        needs.addAll(function.wayOut(wiring));
        secret.openedBy().ifPresent(target -> needs.addAll(target.rotationNeeds()));
        resources.add(RotationSchedule.builder(secret.logicalId() + "RotationSchedule", secret.source())
                .secretId(ready)
                .rotationLambdaARN(function.arn())
                .rotateImmediatelyOnUpdate(true)
                .rotationRules(RotationRules.builder()
                        .automaticallyAfterDays(secret.rotationDays())
                        .build())
                .options(options -> options.addAllDependsOn(needs))
                .build());
    }
}
