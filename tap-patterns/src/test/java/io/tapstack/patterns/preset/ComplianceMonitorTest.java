package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.aws.config.ConfigRule;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.LogicalId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComplianceMonitorTest {

    /** The rule that finds data of this type unencrypted; for other types AWS has none. */
    private static final Map<String, String> ENCRYPTION_RULES = Map.of(
            "AWS::DynamoDB::Table", "DYNAMODB_TABLE_ENCRYPTED_KMS",
            "AWS::Kinesis::Stream", "KINESIS_STREAM_ENCRYPTED",
            "AWS::S3::Bucket", "S3_DEFAULT_ENCRYPTION_KMS",
            "AWS::Logs::LogGroup", "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
            "AWS::SNS::Topic", "SNS_ENCRYPTED_KMS",
            "AWS::CloudTrail::Trail", "CLOUD_TRAIL_ENCRYPTION_ENABLED",
            "AWS::KMS::Key", "CMK_BACKING_KEY_ROTATION_ENABLED");

    private static final ComplianceMonitor MONITOR = ComplianceMonitor.of(Stacks.KEY);
    private static final ComplianceMonitor SWITCHED =
            ComplianceMonitor.builder(Stacks.KEY).switchedBy("EnableConfig").build();

    @Test
    void everyEncryptedTypeOfTheStackHasItsRule() {
        AlertTopic topic =
                AlertTopic.builder("Topic").name("alerts").key(Stacks.KEY).build();
        Template template = Stacks.of(
                Stacks.KEY,
                Stacks.TABLE,
                Stacks.STREAM,
                topic,
                AuditTrail.builder("Trail").key(Stacks.KEY).build(),
                MONITOR);

        List<String> types =
                template.resources().stream().map(Resource::resourceType).toList();
        assertThat(types).containsAll(ENCRYPTION_RULES.keySet());
        assertThat(identifiers(template).values()).containsAll(ENCRYPTION_RULES.values());
    }

    @Test
    void aMonitorAloneWatchesItsOwnKeyAndBucket() {
        Template template = Stacks.of(Stacks.KEY, MONITOR);

        assertThat(identifiers(template).values())
                .containsExactlyInAnyOrder(
                        "CMK_BACKING_KEY_ROTATION_ENABLED",
                        "S3_DEFAULT_ENCRYPTION_KMS",
                        "S3_BUCKET_SSL_REQUESTS_ONLY",
                        "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
                        "S3_BUCKET_VERSIONING_ENABLED");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void singletonsAreSwitched() {
        Template template = Stacks.of(Stacks.KEY, MONITOR);

        assertThat(defaults(template))
                .containsEntry("CreateConfigRecorder", "true")
                .containsEntry("CreateConfigServiceRole", "false");
        for (String id : List.of("ConfigRecorder", "ConfigDeliveryChannel", "ConfigBucket", "ConfigBucketPolicy")) {
            assertThat(condition(template, id)).as(id).isEqualTo("RecordConfiguration");
        }
        assertThat(condition(template, "ConfigRole")).isEqualTo("CreateConfigRole");
        assertThat(condition(template, "KeyRotationRule")).isEmpty();
    }

    @Test
    void aSwitchTakesTheRulesAlongToo() {
        StackProtection protection = StackProtection.byParameter();
        Template template = Stacks.of(protection, Stacks.KEY, Stacks.TABLE, SWITCHED);

        assertThat(defaults(template)).containsEntry("EnableConfig", "false");
        for (Resource rule : rules(template)) {
            assertThat(condition(template, rule.logicalId().name()))
                    .as(rule.logicalId().name())
                    .isIn("WatchConfiguration", "RecordConfiguration", "ProtectFromDeletionAndWatchConfiguration");
        }
        assertThat(condition(template, "TerminationProtectionRule"))
                .isEqualTo("ProtectFromDeletionAndWatchConfiguration");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    /** Each rule reaches the recorder: by its condition, by naming it, or by waiting for the rule that does. */
    @Test
    void rulesWaitForTheRecorder() {
        for (ComplianceMonitor monitor : List.of(MONITOR, SWITCHED)) {
            Template template = Stacks.of(StackProtection.byParameter(), Stacks.KEY, Stacks.TABLE, monitor);
            List<Resource> naming = rules(template).stream()
                    .filter(rule -> rule.properties().toString().contains("${ConfigRecorder}"))
                    .toList();

            assertThat(naming).hasSize(1);
            for (Resource rule : rules(template)) {
                LogicalId waitsFor = "RecordConfiguration"
                                .equals(condition(template, rule.logicalId().name()))
                        ? LogicalId.of("ConfigRecorder")
                        : naming.get(0).logicalId();
                assertThat(rule.options().dependsOn())
                        .as(rule.logicalId().name())
                        .isEqualTo(rule.equals(naming.get(0)) ? List.of() : List.of(waitsFor));
            }
        }
    }

    @Test
    void logGroupsUnderSeveralKeysAreWatchedWithoutNamingOne() {
        CustomerManagedKey other = CustomerManagedKey.builder("OtherKey")
                .description("Another")
                .alias("other")
                .build();
        EncryptedLogGroup first = EncryptedLogGroup.builder("First")
                .name("/first")
                .key(Stacks.KEY)
                .build();
        EncryptedLogGroup second = EncryptedLogGroup.builder("Second")
                .name("/second")
                .key(other)
                .retentionInDays(365)
                .build();

        assertThat(Stacks.resource(Stacks.of(Stacks.KEY, first, MONITOR), "CloudWatchLogGroupEncryptedRule"))
                .contains("KmsKeyId");
        assertThat(Stacks.resource(
                        Stacks.of(Stacks.KEY, other, first, second, MONITOR), "CloudWatchLogGroupEncryptedRule"))
                .doesNotContain("KmsKeyId");
        assertThat(Stacks.resource(Stacks.of(Stacks.KEY, other, first, second, MONITOR), "LogGroupRetentionRule"))
                .contains("${First},${Second}", "MinRetentionTime: \"90\"");
        assertThat(Stacks.resource(Stacks.of(other, second, ComplianceMonitor.of(other)), "LogGroupRetentionRule"))
                .contains("MinRetentionTime: \"365\"");
    }

    private static List<Resource> rules(Template template) {
        return template.resources().stream()
                .filter(resource -> resource.resourceType().equals(ConfigRule.TYPE))
                .toList();
    }

    private static Map<String, String> identifiers(Template template) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Resource rule : rules(template)) {
            found.put(
                    rule.logicalId().name(),
                    rule.properties().toString().replaceAll("(?s).*SourceIdentifier: \"(\\w+)\".*", "$1"));
        }
        return found;
    }

    private static Map<String, String> defaults(Template template) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Parameter parameter : template.parameters()) {
            parameter
                    .text("Default")
                    .ifPresent(value -> found.put(parameter.logicalId().name(), value));
        }
        return found;
    }

    private static String condition(Template template, String logicalId) {
        return template.resource(LogicalId.of(logicalId))
                .orElseThrow()
                .options()
                .condition()
                .map(LogicalId::name)
                .orElse("");
    }
}
