package io.tapstack.patterns.preset;

import io.tapstack.model.aws.config.ConfigRule;
import io.tapstack.model.aws.config.ConfigurationRecorder;
import io.tapstack.model.aws.config.DeliveryChannel;
import io.tapstack.model.aws.config.configrule.Scope;
import io.tapstack.model.aws.config.configrule.Source;
import io.tapstack.model.aws.config.configurationrecorder.RecordingGroup;
import io.tapstack.model.aws.iam.ServiceLinkedRole;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.And;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * AWS Config watching the stack: a rule for everything that its presets promise, and the recorder that the rules need.
 *
 * <p>An account has one recorder in each region, so the stack makes one only if the parameter {@code CreateConfigRecorder} says
 * so; the rules are there in any case. The same goes for the role of AWS Config and {@code CreateConfigServiceRole}.
 *
 * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/gs-cli-prereq.html">What AWS Config needs</a>
 */
public final class ComplianceMonitor implements Preset {

    private static final LogicalId RECORDER = LogicalId.of("ConfigRecorder");
    private static final LogicalId ROLE = LogicalId.of("ConfigRole");
    private static final String SERVICE = "config.amazonaws.com";
    private static final String ROLE_PATH = ":role/aws-service-role/" + SERVICE + "/";

    private final SourceLocation source = SourceLocation.ofCaller();
    private final CustomerManagedKey key;
    private final Parameter createRecorder;
    private final Parameter createRole;
    private final Condition recording;
    private final Condition makingRole;
    private final EncryptedBucket bucket;

    private ComplianceMonitor(CustomerManagedKey key) {
        this.key = key;
        createRecorder = flag(
                "CreateConfigRecorder", "true", "Create the Config recorder; false if account and region have one");
        createRole =
                flag("CreateConfigServiceRole", "false", "Create AWSServiceRoleForConfig; false if the account has it");
        recording = Condition.of("RecordConfiguration", Equals.of(createRecorder.ref(), "true"));
        makingRole = Condition.of("CreateConfigRole", And.of(recording.ref(), Equals.of(createRole.ref(), "true")));
        bucket = bucketOfRecords();
    }

    private static Parameter flag(String logicalId, String value, String description) {
        return Parameter.string(logicalId)
                .description(description)
                .defaultValue(value)
                .allowedValues("true", "false")
                .build();
    }

    /** A monitor whose records are kept under this key. */
    public static ComplianceMonitor of(CustomerManagedKey key) {
        return new ComplianceMonitor(key);
    }

    /** The condition on which the stack has a recorder of its own. */
    public Condition recording() {
        return recording;
    }

    /** The bucket of the records; it exists on the condition of {@link #recording()}. */
    public EncryptedBucket bucket() {
        return bucket;
    }

    private EncryptedBucket bucketOfRecords() {
        LogicalId id = LogicalId.of("ConfigBucket");
        Value<String> arn = GetAtt.of(id, "Arn");
        Value<String> records =
                Sub.concat(arn, Value.of("/AWSLogs/"), PseudoParameter.ACCOUNT_ID, Value.of("/Config/*"));
        return EncryptedBucket.builder(id.name(), source)
                .name("config-snapshots")
                .key(key)
                .when(recording)
                .addServiceStatements(
                        service("ConfigChecksAccess")
                                .addActions("s3:GetBucketAcl")
                                .addResources(arn)
                                .build(),
                        service("ConfigChecksExistence")
                                .addActions("s3:ListBucket")
                                .addResources(arn)
                                .build(),
                        service("ConfigWritesRecords")
                                .addActions("s3:PutObject")
                                .addResources(records)
                                .condition(ConditionOperator.STRING_EQUALS, "s3:x-amz-acl", "bucket-owner-full-control")
                                .build())
                .addExceptions(ExceptionRecord.of(
                        "ConfigWritesRecords",
                        "AWSLogs/ACCOUNT/Config/*",
                        "Config names the objects",
                        "One prefix, one account"))
                .build();
    }

    private static Statement.Builder service(String sid) {
        return Statement.allow(sid)
                .addPrincipals(Principal.service(SERVICE))
                .condition(ConditionOperator.STRING_EQUALS, "aws:SourceAccount", PseudoParameter.ACCOUNT_ID);
    }

    @Override
    public SourceLocation source() {
        return source;
    }

    @Override
    public List<Preset> parts() {
        return List.of(bucket());
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key.logicalId(), AwsService.S3)
                .ownStatement(service("ConfigKeepsRecords")
                        .addActions("kms:Decrypt", "kms:GenerateDataKey")
                        .addResources(Value.of("*"))
                        .build())
                .when(recording)
                .build());
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        ResourceOptions whenRecording =
                ResourceOptions.builder().condition(recording).build();
        List<Resource> resources = new ArrayList<>();
        resources.addAll(bucket().fragment(wiring).resources());
        resources.add(ServiceLinkedRole.builder(ROLE.name(), source())
                .awsServiceName(SERVICE)
                .options(options -> options.condition(makingRole))
                .build());
        resources.add(ConfigurationRecorder.builder(RECORDER.name(), source())
                .name(conventions.name("config-recorder"))
                .roleARN(makingRole.choose(roleArn(Ref.to(ROLE)), roleArn(Value.of("AWSServiceRoleForConfig"))))
                .recordingGroup(RecordingGroup.builder()
                        .allSupported(false)
                        .includeGlobalResourceTypes(false)
                        .resourceTypes(wiring.recordedTypes().toArray(String[]::new))
                        .build())
                .options(whenRecording)
                .build());
        resources.add(DeliveryChannel.builder("ConfigDeliveryChannel", source())
                .name(conventions.name("config-delivery"))
                .s3BucketName(bucket().ref())
                .s3KmsKeyArn(key.arn())
                .options(whenRecording.toBuilder()
                        .addDependsOn(bucket().policyId())
                        .build())
                .build());
        for (ConfigCheck check : checks(wiring)) {
            resources.add(rule(check, conventions));
        }
        return Fragment.builder()
                .heading("Compliance: AWS Config")
                .addParameters(createRecorder, createRole)
                .addConditions(recording, makingRole)
                .addAllResources(resources)
                .build();
    }

    private static Value<String> roleArn(Value<String> name) {
        return Sub.concat(
                Value.of("arn:"),
                PseudoParameter.PARTITION,
                Value.of(":iam::"),
                PseudoParameter.ACCOUNT_ID,
                Value.of(ROLE_PATH),
                name);
    }

    private List<ConfigCheck> checks(Wiring wiring) {
        List<ConfigCheck> checks = new ArrayList<>(wiring.configChecks());
        List<EncryptedLogGroup> groups = wiring.all(EncryptedLogGroup.class);
        if (!groups.isEmpty()) {
            checks.add(ConfigCheck.builder(
                            "CloudWatchLogGroupEncryptedRule",
                            "cloudwatch-log-group-encrypted",
                            "CLOUDWATCH_LOG_GROUP_ENCRYPTED")
                    .description("Log groups are encrypted with the key of this stack")
                    .putParameters("KmsKeyId", key.arn())
                    .build());
            checks.add(ConfigCheck.builder(
                            "LogGroupRetentionRule", "log-group-retention", "CW_LOGGROUP_RETENTION_PERIOD_CHECK")
                    .description("Log groups keep logs for 90 days")
                    .putParameters("LogGroupNames", names(groups))
                    .putParameters(
                            "MinRetentionTime", Value.of(String.valueOf(EncryptedLogGroup.MINIMUM_RETENTION_IN_DAYS)))
                    .build());
        }
        return checks;
    }

    private static Value<String> names(List<EncryptedLogGroup> groups) {
        Sub names = Sub.concat(groups.get(0).ref());
        for (EncryptedLogGroup group : groups.subList(1, groups.size())) {
            names = Sub.concat(names, Value.of(","), group.ref());
        }
        return names;
    }

    private ConfigRule rule(ConfigCheck check, StackConventions conventions) {
        ConfigRule.Builder rule = ConfigRule.builder(check.logicalId(), source())
                .configRuleName(conventions.name(check.name()))
                .description(description(check))
                .source(Source.builder()
                        .owner("AWS")
                        .sourceIdentifier(check.identifier())
                        .build());
        if (!check.parameters().isEmpty()) {
            rule.inputParameters(check.parameters());
        }
        scope(check).ifPresent(rule::scope);
        check.when().ifPresent(condition -> rule.options(options -> options.condition(condition)));
        return rule.build();
    }

    /** Names the recorder where there is one: a rule may not depend on a conditional resource in any other way. */
    private Value<String> description(ConfigCheck check) {
        Value<String> alone = Value.of(check.description());
        Value<String> recorded = Sub.concat(alone, Value.of(" (recorded by "), Ref.to(RECORDER), Value.of(")"));
        boolean always = check.when().filter(recording::equals).isPresent();
        return always ? recorded : recording.choose(recorded, alone);
    }

    private static Optional<Scope> scope(ConfigCheck check) {
        if (check.resourceTypes().isEmpty()) {
            return Optional.empty();
        }
        Scope.Builder scope =
                Scope.builder().complianceResourceTypes(check.resourceTypes().toArray(String[]::new));
        check.resource().ifPresent(scope::complianceResourceId);
        return Optional.of(scope.build());
    }
}
