package io.tapstack.patterns.preset;

import io.tapstack.model.aws.config.ConfigurationRecorder;
import io.tapstack.model.aws.config.DeliveryChannel;
import io.tapstack.model.aws.config.configurationrecorder.RecordingGroup;
import io.tapstack.model.aws.iam.ServiceLinkedRole;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
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
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * AWS Config watching the stack: a rule for everything that its presets promise, and the recorder that the rules need.
 *
 * <p>An account has one recorder in each region, so the stack makes one only if the parameter {@code CreateConfigRecorder} says
 * so; the rules are there in any case, unless {@link #switchedBy()} names a parameter for all of it. The same goes for the role
 * of AWS Config and {@code CreateConfigServiceRole}.
 *
 * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/gs-cli-prereq.html">What AWS Config needs</a>
 */
@Immutable
public abstract class ComplianceMonitor implements Preset {

    private static final LogicalId ROLE = LogicalId.of("ConfigRole");
    private static final String SERVICE = "config.amazonaws.com";
    private static final String ROLE_PATH = ":role/aws-service-role/" + SERVICE + "/";

    ComplianceMonitor() {}

    /** A monitor whose records are kept under this key, and which watches in any case. */
    public static ComplianceMonitor of(CustomerManagedKey key) {
        return builder(key).build();
    }

    /** A builder of a monitor whose records are kept under this key. */
    public static Builder builder(CustomerManagedKey key) {
        return new Builder().source(SourceLocation.ofCaller()).key(key);
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The key of the records. */
    public abstract CustomerManagedKey key();

    /**
     * The name of a parameter, {@code false} by default, without which there are neither recorder nor rules: for accounts that are
     * watched from elsewhere.
     */
    public abstract Optional<String> switchedBy();

    @Lazy
    Optional<Parameter> mainSwitch() {
        return switchedBy().map(name -> flag(name, "false", "Watch this stack with AWS Config"));
    }

    /** The condition on which anything is watched at all, if that is a matter of a parameter. */
    @Lazy
    Optional<Condition> watching() {
        return mainSwitch().map(parameter -> Condition.of("WatchConfiguration", Equals.of(parameter.ref(), "true")));
    }

    @Lazy
    Parameter createRecorder() {
        return flag("CreateConfigRecorder", "true", "Create the Config recorder; false if account and region have one");
    }

    @Lazy
    Parameter createRole() {
        return flag("CreateConfigServiceRole", "false", "Create AWSServiceRoleForConfig; false if the account has it");
    }

    /** The condition on which the stack has a recorder of its own. */
    @Lazy
    public Condition recording() {
        Value<Boolean> wanted = Equals.of(createRecorder().ref(), "true");
        return Condition.of(
                "RecordConfiguration",
                watching()
                        .<Value<Boolean>>map(condition -> And.of(condition.ref(), wanted))
                        .orElse(wanted));
    }

    @Lazy
    Condition makingRole() {
        return Condition.of(
                "CreateConfigRole",
                And.of(recording().ref(), Equals.of(createRole().ref(), "true")));
    }

    private static Parameter flag(String logicalId, String value, String description) {
        return Parameter.string(logicalId)
                .description(description)
                .defaultValue(value)
                .allowedValues("true", "false")
                .build();
    }

    /** The bucket of the records; it exists on the condition of {@link #recording()}. */
    @Lazy
    public EncryptedBucket bucket() {
        LogicalId id = LogicalId.of("ConfigBucket");
        Value<String> arn = GetAtt.of(id, "Arn");
        Value<String> records =
                Sub.concat(arn, Value.of("/AWSLogs/"), PseudoParameter.ACCOUNT_ID, Value.of("/Config/*"));
        return EncryptedBucket.builder(id.name(), source())
                .name("config-snapshots")
                .key(key())
                .when(recording())
                .addServiceStatements(
                        service("ConfigChecksBucket")
                                .addActions("s3:GetBucketAcl", "s3:ListBucket")
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
    public List<Preset> parts() {
        return List.of(bucket());
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.S3)
                .ownStatement(service("ConfigKeepsRecords")
                        .addActions("kms:Decrypt", "kms:GenerateDataKey")
                        .addResources(Value.of("*"))
                        .build())
                .when(recording())
                .build());
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        List<Resource> resources = new ArrayList<>(bucket().fragment(wiring).resources());
        resources.add(ServiceLinkedRole.builder(ROLE.name(), source())
                .awsServiceName(SERVICE)
                .options(options -> options.condition(makingRole()))
                .build());
        ConfigurationRecorder recorder = recorder(wiring);
        resources.add(recorder);
        resources.add(DeliveryChannel.builder("ConfigDeliveryChannel", source())
                .name(wiring.conventions().name("config-delivery"))
                .s3BucketName(bucket().ref())
                .s3KmsKeyArn(key().arn())
                .options(options -> options.condition(recording()).addDependsOn(bucket().policyId()))
                .build());
        ConfigRules rules = new ConfigRules(this, wiring, recorder.logicalId());
        resources.addAll(rules.resources());
        Fragment.Builder fragment = Fragment.builder().heading("Compliance: AWS Config");
        mainSwitch().ifPresent(fragment::addParameters);
        watching().ifPresent(fragment::addConditions);
        return fragment.addParameters(createRecorder(), createRole())
                .addConditions(recording(), makingRole())
                .addAllConditions(rules.conditions())
                .addAllResources(resources)
                .build();
    }

    private ConfigurationRecorder recorder(Wiring wiring) {
        return ConfigurationRecorder.builder("ConfigRecorder", source())
                .name(wiring.conventions().name("config-recorder"))
                .roleARN(roleArn(makingRole().choose(Ref.to(ROLE), Value.of("AWSServiceRoleForConfig"))))
                .recordingGroup(RecordingGroup.builder()
                        .allSupported(false)
                        .resourceTypes(wiring.recordedTypes().toArray(String[]::new))
                        .build())
                .options(options -> options.condition(recording()))
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

    /** Collects the options of a monitor. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableComplianceMonitor.Builder {

        Builder() {}
    }
}
