package io.tapstack.patterns.preset;

import io.tapstack.model.aws.secretsmanager.ResourcePolicy;
import io.tapstack.model.aws.secretsmanager.Secret;
import io.tapstack.model.aws.secretsmanager.secret.GenerateSecretString;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.Grant;
import io.tapstack.patterns.access.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A secret under a key of the customer whose value Secrets Manager generates, so that no template ever holds it, and which a
 * function rotates every thirty days.
 *
 * <p>The rotation's permission, the function's rights, and the order in which all of it is made follow from the secret: it gives
 * the function the access that a rotation needs.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html">Rotation</a>
 */
@Immutable
public abstract class RotatingSecret implements Preset {

    private static final int MOST_DAYS = 1000;
    private static final int LEAST_LENGTH = 32;
    private static final int MOST_LENGTH = 4096;

    RotatingSecret() {}

    /** A builder of a secret with this logical id. */
    public static Builder builder(String logicalId) {
        return builder(logicalId, SourceLocation.ofCaller());
    }

    /** A builder of a secret that belongs to another preset, declared in that place. */
    static Builder builder(String logicalId, SourceLocation source) {
        return new Builder().source(source).logicalId(LogicalId.of(logicalId));
    }

    /** The parameter for {@link #administratorArn()}: the ARN of a role, or nothing. */
    public static Parameter administratorParameter() {
        return Parameter.string("SecretAdministratorArn")
                .description(
                        "Role that deploys this stack; if given, it and the stack's own readers alone may read its secrets")
                .defaultValue("")
                .allowedPattern("|arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,512}")
                .constraintDescription("Must be the ARN of an IAM role, or empty")
                .build();
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the secret. */
    public abstract LogicalId logicalId();

    /** The start of its name; the suffix of the stack follows, then {@link #ending()}. */
    public abstract String name();

    /**
     * The end of its name. Secrets Manager adds a hyphen and six characters to ARNs, so a name must not end like that: an ending
     * of six characters is refused.
     */
    @Default
    public String ending() {
        return "credentials";
    }

    /** The key. */
    public abstract CustomerManagedKey key();

    /**
     * What it holds besides: names, numbers and references, never secrets. A text that is a reference must need no escapes in JSON.
     */
    public abstract Map<String, Value<?>> fields();

    /** The member that is generated. */
    @Default
    public String generatedField() {
        return "password";
    }

    /** The number of generated characters, letters and digits: 32 to 4,096. */
    @Default
    public int generatedLength() {
        return 48;
    }

    /** The function that rotates it; its handler takes the four steps of Secrets Manager. */
    public abstract Optional<PrivateLambda> rotatedBy();

    /** How many days pass between rotations: 1 to 1,000. The first follows at once. */
    @Default
    public Value<Integer> rotationDays() {
        return Value.of(30);
    }

    /** Why it does not rotate, instead of {@link #rotatedBy()}. */
    public abstract Optional<ExceptionRecord> withoutRotation();

    /**
     * The parameter that names the role by which the stack is deployed. Unless it is empty, the secret's own policy refuses its
     * value to everyone but that role and those who were given {@link #read()} or rotate it; CloudFormation reads the value
     * with the rights of the deploying role, so a wrong one makes the stack fail.
     *
     * @see #administratorParameter()
     */
    public abstract Optional<Parameter> administratorArn();

    /** The database that it opens, where a preset attaches it. */
    abstract Optional<SecretTarget> openedBy();

    @Check
    void check() {
        if (rotatedBy().isPresent() == withoutRotation().isPresent()) {
            throw new IllegalStateException(
                    "rotatedBy, withoutRotation: the secret " + logicalId() + " needs one of them");
        }
        if (rotationDays() instanceof Literal<?> literal && literal.content() instanceof Number days) {
            Ranges.require("rotationDays", days.intValue(), 1, MOST_DAYS);
        }
        Ranges.require("generatedLength", generatedLength(), LEAST_LENGTH, MOST_LENGTH);
        if (!ending().matches("[A-Za-z0-9]+") || ending().length() == 6) {
            throw new IllegalArgumentException(
                    "ending: " + ending() + " is not of letters and digits, or looks like the end of an ARN");
        }
        for (String field : fields().keySet()) {
            if (field.equals(generatedField()) || SecretText.looksSecret(field)) {
                throw new IllegalArgumentException(
                        "fields: " + field + " must be generated, not written into a template");
            }
        }
    }

    /** Its ARN. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** Its ARN as an attribute: the same as {@link #ref()}, also for tools that take a reference for the name. */
    public final GetAtt<String> arn() {
        return GetAtt.of(logicalId(), "Id");
    }

    /** The access to read its value. */
    public final Access read() {
        return access("Read")
                .addActions("secretsmanager:GetSecretValue")
                .addKeyActions("kms:Decrypt")
                .build();
    }

    /** The access to rotate it, which {@link #rotatedBy()} gets. */
    final Access rotate() {
        return access("Rotate")
                .addActions(
                        "secretsmanager:DescribeSecret",
                        "secretsmanager:GetSecretValue",
                        "secretsmanager:PutSecretValue",
                        "secretsmanager:UpdateSecretVersionStage")
                .addKeyActions("kms:Decrypt", "kms:GenerateDataKey")
                .build();
    }

    private Access.Builder access(String verb) {
        return Access.builder(AwsService.SECRETS_MANAGER, verb + logicalId())
                .target(logicalId())
                .addResources(arn())
                .addResourceTypes("Secret")
                .key(key().logicalId());
    }

    @Override
    public List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        rotatedBy()
                .ifPresent(function -> grants.add(Grant.builder()
                        .role(function.roleId())
                        .access(rotate())
                        .calledFrom(function.place())
                        .build()));
        return List.copyOf(grants);
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(
                KeyUse.builder(key().logicalId(), AwsService.SECRETS_MANAGER).build());
    }

    @Override
    public List<ConfigCheck> configChecks() {
        List<ConfigCheck> checks = new ArrayList<>();
        checks.add(check("KeyRule", "key", "SECRETSMANAGER_USING_CMK")
                .description("The secret is encrypted with the key of this stack")
                .putParameters("kmsKeyArns", key().arn())
                .build());
        if (rotatedBy().isPresent()) {
            checks.add(check("RotationRule", "rotation", "SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK")
                    .description("The secret has been rotated when it was due")
                    .build());
        }
        return List.copyOf(checks);
    }

    private ConfigCheck.Builder check(String end, String what, String identifier) {
        return ConfigCheck.builder(logicalId() + end, name() + "-secret-" + what, identifier)
                .addResourceTypes(Secret.TYPE)
                .resource(ref());
    }

    @Override
    public List<EventAlert> eventAlerts() {
        if (rotatedBy().isEmpty()) {
            return List.of();
        }
        return List.of(EventAlert.builder("SecretRotationFailed", "secret-rotation-failed")
                .description("A secret could not be rotated")
                .putPattern("source", List.of("aws.secretsmanager"))
                .putPattern("detail-type", List.of("AWS Service Event via CloudTrail"))
                .putPattern(
                        "detail",
                        Map.of("eventName", List.of("RotationAbandoned", "RotationFailed", "TestRotationFailed")))
                .build());
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        Fragment.Builder fragment = Fragment.builder()
                .heading("Secret")
                .addResources(secret(wiring.conventions()))
                .addAllResources(new SecretRotation(this, wiring).resources());
        administratorArn().ifPresent(administrator -> {
            Condition named =
                    Condition.of(logicalId() + "ReadersAreNamed", Not.of(Equals.of(administrator.ref(), Value.of(""))));
            fragment.addConditions(named).addResources(policy(wiring, administrator, named));
        });
        return fragment.build();
    }

    private Secret secret(StackConventions conventions) {
        Sub fullName = Sub.concat(conventions.name(name()), Value.of("-" + ending()));
        List<ExceptionRecord> exceptions = new ArrayList<>();
        withoutRotation().ifPresent(exceptions::add);
        return Secret.builder(logicalId().name(), source())
                .name(fullName)
                .description(rotatedBy().isPresent() ? "Generated and rotated" : "Generated, not rotated")
                .kmsKeyId(key().arn())
                .generateSecretString(GenerateSecretString.builder()
                        .secretStringTemplate(SecretText.json(fields()))
                        .generateStringKey(generatedField())
                        .passwordLength(generatedLength())
                        .excludePunctuation(true)
                        .requireEachIncludedType(true)
                        .build())
                .tags(Tag.of("Name", fullName))
                .options(options -> options.metadata(ExceptionRecord.metadata(exceptions)))
                .build();
    }

    private Resource policy(Wiring wiring, Parameter administrator, Condition named) {
        return ResourcePolicy.builder(logicalId() + "Policy", source())
                .secretId(ref())
                .blockPublicPolicy(true)
                .resourcePolicy(SecretReaders.of(this, wiring, administrator))
                .options(
                        options -> options.condition(named).metadata(ExceptionRecord.metadata(SecretReaders.EXCEPTION)))
                .build();
    }

    /** Collects the options of a secret. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableRotatingSecret.Builder {

        Builder() {}

        /** How many days pass between rotations: 1 to 1,000. */
        public Builder rotationDays(int days) {
            return rotationDays(Value.of(days));
        }
    }
}
