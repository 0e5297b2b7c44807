package io.tapstack.patterns.preset;

import io.tapstack.model.aws.kms.Alias;
import io.tapstack.model.aws.kms.Key;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyCondition;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A KMS key of the customer that rotates every year, with an alias.
 *
 * <p>Its policy separates administration from use: the account administers it by its IAM policies, but nobody, not even an
 * administrator, may decrypt except through the services that keep data of this stack under it. Which those are is derived from
 * the stack.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">Key policies</a>
 */
@Immutable
public abstract class CustomerManagedKey implements Preset {

    private static final String[] ADMINISTRATION = {
        "kms:CancelKeyDeletion",
        "kms:CreateAlias",
        "kms:DeleteAlias",
        "kms:DescribeKey",
        "kms:DisableKey",
        "kms:DisableKeyRotation",
        "kms:EnableKey",
        "kms:EnableKeyRotation",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListGrants",
        "kms:ListKeyPolicies",
        "kms:ListKeyRotations",
        "kms:ListResourceTags",
        "kms:PutKeyPolicy",
        "kms:RevokeGrant",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateAlias",
        "kms:UpdateKeyDescription"
    };

    private static final String[] CRYPTOGRAPHY = {
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo"
    };

    /** In a key policy the only resource there is: this key. */
    private static final Value<String> THIS_KEY = Value.of("*");

    CustomerManagedKey() {}

    /** A builder of a key with this logical id; its alias has the same with {@code Alias} behind it. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the key. */
    public abstract LogicalId logicalId();

    /** What it is for. */
    @Default
    public String description() {
        return "Key of the data of this stack";
    }

    /** The start of its alias, behind {@code alias/}; the suffix of the stack follows. Made from the logical id unless it is given. */
    @Default
    public String alias() {
        return Names.of(logicalId());
    }

    /** How many days pass between the request to delete it and its deletion: 7 to 30. */
    @Default
    public int pendingWindowInDays() {
        return 30;
    }

    /** Its ARN. */
    public final GetAtt<String> arn() {
        return GetAtt.of(logicalId(), "Arn");
    }

    /** Its id. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** The access to decrypt and make data keys directly, without another service: for encryption on the client's side. */
    public final Access use() {
        return Access.builder(AwsService.KMS, "Use" + logicalId())
                .target(logicalId())
                .addActions("kms:Decrypt", "kms:GenerateDataKey")
                .addResources(arn())
                .addResourceTypes("key")
                .build();
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(ConfigCheck.builder("KeyRotationRule", "key-rotation", "CMK_BACKING_KEY_ROTATION_ENABLED")
                .description("Customer-managed keys rotate")
                .build());
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(Key.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        Key key = Key.builder(logicalId().name(), source())
                .description(description())
                .enableKeyRotation(true)
                .pendingWindowInDays(pendingWindowInDays())
                .keyPolicy(PolicyDocument.of(statements(wiring)))
                .tags(Tag.of("Name", conventions.name(alias())))
                .options(options -> options.metadata(ExceptionRecord.metadata(ExceptionRecord.of(
                        "all", "Resource *", "In a key policy it means this key", "Explicit actions and conditions"))))
                .build();
        Alias name = Alias.builder(logicalId().name() + "Alias", source())
                .aliasName(conventions.name("alias/" + alias()))
                .targetKeyId(key.ref())
                .build();
        return Fragment.builder()
                .heading("Encryption key")
                .addResources(key, name)
                .build();
    }

    private List<Value<Statement>> statements(Wiring wiring) {
        List<KeyUse> uses = wiring.usesOf(logicalId());
        List<Value<Statement>> statements = new ArrayList<>();
        statements.add(Statement.allow("KeyAdministration")
                .addPrincipals(Principal.ownAccount())
                .addActions(ADMINISTRATION)
                .addResources(THIS_KEY)
                .build());
        List<Value<String>> services = services(uses, false);
        if (!services.isEmpty()) {
            statements.add(throughServices("UseThroughServicesOfThisStack", services)
                    .addActions(CRYPTOGRAPHY)
                    .build());
        }
        List<Value<String>> granting = services(uses, true);
        if (!granting.isEmpty()) {
            statements.add(throughServices("GrantsForServiceResources", granting)
                    .addActions("kms:CreateGrant")
                    .condition(ConditionOperator.BOOL, "kms:GrantIsForAWSResource", "true")
                    .build());
        }
        addLogs(statements, uses);
        statements.add(noOtherGrants());
        for (KeyUse use : uses) {
            use.ownStatement()
                    .ifPresent(own -> statements.add(use.when()
                            .<Value<Statement>>map(condition -> condition.orNoValue(own))
                            .orElse(own)));
        }
        return statements;
    }

    /** Whatever other policies say: grants are for services of AWS only. */
    private static Statement noOtherGrants() {
        return Statement.deny("NoOtherGrants")
                .addPrincipals(Principal.anyone())
                .addActions("kms:CreateGrant")
                .addResources(THIS_KEY)
                .condition(ConditionOperator.BOOL.ifExists(), "aws:PrincipalIsAWSService", "false")
                .condition(ConditionOperator.BOOL.ifExists(), "kms:GrantIsForAWSResource", "false")
                .build();
    }

    private static Statement.Builder throughServices(String sid, List<Value<String>> hosts) {
        return Statement.allow(sid)
                .addPrincipals(Principal.ownAccount())
                .addResources(THIS_KEY)
                .condition(ConditionOperator.STRING_EQUALS, "kms:CallerAccount", PseudoParameter.ACCOUNT_ID)
                .addConditions(PolicyCondition.of(ConditionOperator.STRING_EQUALS, "kms:ViaService", hosts));
    }

    /** CloudWatch Logs calls in its own name, once for each group. */
    private static void addLogs(List<Value<Statement>> statements, List<KeyUse> uses) {
        List<Value<String>> groups = new ArrayList<>();
        for (KeyUse use : uses) {
            use.logGroupArn()
                    .ifPresent(arn -> groups.add(use.partOf()
                            .<Value<String>>map(condition -> condition.orNoValue(arn))
                            .orElse(arn)));
        }
        if (groups.isEmpty()) {
            return;
        }
        statements.add(Statement.allow("LogsOfThisStack")
                .addPrincipals(Principal.service(AwsService.LOGS.viaService()))
                .addActions(CRYPTOGRAPHY)
                .addResources(THIS_KEY)
                .addConditions(
                        PolicyCondition.of(ConditionOperator.ARN_EQUALS, "kms:EncryptionContext:aws:logs:arn", groups))
                .build());
    }

    /** The services that keep data under the key, by name; one that only an optional part needs stands there with that part. */
    private static List<Value<String>> services(List<KeyUse> uses, boolean granting) {
        Map<String, Value<String>> hosts = new TreeMap<>();
        for (KeyUse use : uses) {
            if (!granting || use.createsGrants()) {
                String name = use.service().prefix();
                Value<String> host = use.service().viaService();
                if (use.partOf().isEmpty()) {
                    hosts.put(name, host);
                } else {
                    hosts.putIfAbsent(name, use.partOf().get().orNoValue(host));
                }
            }
        }
        return List.copyOf(hosts.values());
    }

    /** Collects the options of a key. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableCustomerManagedKey.Builder {

        Builder() {}
    }
}
