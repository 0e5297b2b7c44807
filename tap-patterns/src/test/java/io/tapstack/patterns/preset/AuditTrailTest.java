package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapstack.model.aws.config.ConfigRule;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.LogicalId;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private static final ExceptionRecord RECORD =
            ExceptionRecord.of("Trail", "left out", "Another trail of the account has it", "That trail");
    private static final AuditTrail TRAIL = trail().build();
    private static final String TRAIL_ARN =
            "arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/audit-trail-${Suffix}";

    private static final String TABLE_ARN = "{Fn::GetAtt: [\"Table\", \"Arn\"]}";

    private static AuditTrail.Builder trail() {
        return AuditTrail.builder("Trail").key(Stacks.KEY);
    }

    @Test
    void aTrailProvesItsRecordsIsEncryptedAndWatchesAllRegions() {
        Resource trail =
                Stacks.of(Stacks.KEY, TRAIL).resource(LogicalId.of("Trail")).orElseThrow();

        assertThat(isSecure(trail)).isTrue();
        for (String property : List.of(
                "EnableLogFileValidation",
                "IsLogging",
                "IsMultiRegionTrail",
                "KMSKeyId",
                "CloudWatchLogsRoleArn",
                "EventSelectors")) {
            assertThat(isSecure(trail.withProperties(trail.properties().without(property))))
                    .as("without " + property)
                    .isFalse();
        }
    }

    private static boolean isSecure(Resource trail) {
        String properties = trail.properties().toString();
        return Stream.of(
                        "EnableLogFileValidation: true",
                        "IsLogging: true",
                        "IsMultiRegionTrail: true",
                        "IncludeManagementEvents: true",
                        "KMSKeyId: {Fn::GetAtt: [\"Key\", \"Arn\"]}",
                        "CloudWatchLogsRoleArn: {Fn::GetAtt: [\"TrailRole\", \"Arn\"]}")
                .allMatch(properties::contains);
    }

    @Test
    void anAlarmSetTellsOfTamperingWithTrails() {
        AlertTopic topic =
                AlertTopic.builder("Topic").name("alerts").key(Stacks.KEY).build();
        Template template =
                Stacks.of(Stacks.KEY, topic, TRAIL, AlarmSet.builder(topic).build());

        assertThat(Stacks.resource(template, "TrailTampering"))
                .contains("StopLogging", "DeleteTrail", "{Ref: \"Topic\"}");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void theTrailWaitsForThePolicyOfItsBucket() {
        Template template = Stacks.of(Stacks.KEY, TRAIL);

        assertThat(template.resource(LogicalId.of("Trail"))
                        .orElseThrow()
                        .options()
                        .dependsOn())
                .containsExactly(LogicalId.of("TrailBucketPolicy"));
    }

    @Test
    void theBucketLetsCloudTrailInForThisTrailOnly() {
        String policy = Stacks.resource(Stacks.of(Stacks.KEY, TRAIL), "TrailBucketPolicy");

        assertThat(statement(policy, "CloudTrailChecksAccess")).contains("s3:GetBucketAcl", TRAIL_ARN);
        assertThat(statement(policy, "CloudTrailWritesRecords"))
                .contains("s3:PutObject", "/AWSLogs/${AWS::AccountId}/*", TRAIL_ARN, "bucket-owner-full-control");
        assertThat(policy).contains("DenyInsecureTransport", "DenyOldTls");
    }

    @Test
    void theKeyLetsCloudTrailInForThisTrailOnly() {
        String key = Stacks.resource(Stacks.of(Stacks.KEY, TRAIL), "Key");

        assertThat(statement(key, "TrailEncryptsRecords"))
                .contains("cloudtrail.amazonaws.com", "kms:GenerateDataKey", TRAIL_ARN)
                .contains("aws:SourceArn", "kms:EncryptionContext:aws:cloudtrail:arn")
                .doesNotContain("kms:Decrypt");
        assertThat(statement(key, "TrailChecksItsKey"))
                .contains("kms:Decrypt", "kms:DescribeKey", "aws:SourceArn", TRAIL_ARN);
        assertThat(Stacks.resource(Stacks.of(Stacks.KEY, Stacks.TABLE), "Key")).doesNotContain("cloudtrail");
    }

    @Test
    void theRoleMayWriteStreamsOfTheTrailAndNothingElse() {
        String role = Stacks.resource(Stacks.of(Stacks.KEY, TRAIL), "TrailRole");

        assertThat(role)
                .contains(
                        "log-group:${TrailLogGroup}:log-stream:${AWS::AccountId}_CloudTrail_${AWS::Region}*",
                        "cloudtrail.amazonaws.com",
                        "aws:SourceArn",
                        TRAIL_ARN);
        assertThat(role)
                .containsOnlyOnce("actions=[logs:")
                .contains("actions=[logs:CreateLogStream, logs:PutLogEvents]");
    }

    @Test
    void dataEventsFollowFromTheStoresOfTheStack() {
        ComplianceMonitor monitor = ComplianceMonitor.of(Stacks.KEY);
        Template without = Stacks.of(Stacks.KEY, TRAIL);
        Template with = Stacks.of(Stacks.KEY, Stacks.TABLE, monitor, TRAIL);

        assertThat(Stacks.resource(without, "Trail"))
                .contains("\"${TrailBucket.Arn}/\"")
                .doesNotContain("AWS::DynamoDB::Table", "ConfigBucket");
        assertThat(Stacks.resource(with, "Trail"))
                .contains("\"${TrailBucket.Arn}/\"", "AWS::DynamoDB::Table", TABLE_ARN)
                .contains("{Fn::If: [\"RecordConfiguration\", {Fn::Sub: \"${ConfigBucket.Arn}/\"}, ");
        assertThat(Stacks.resource(with, "TrailDataEventsRule"))
                .contains("CLOUDTRAIL_S3_DATAEVENTS_ENABLED", "${TrailBucket}", ",${ConfigBucket}");
        assertThat(StructuralRules.validator().validate(with).findings()).isEmpty();
    }

    @Test
    void advancedSelectorsNameTheSameStores() {
        Template template = Stacks.of(
                Stacks.KEY,
                Stacks.TABLE,
                trail().selectors(AuditTrail.Selectors.ADVANCED).build());

        assertThat(Stacks.resource(template, "Trail"))
                .contains("\"Management\"", "\"AWS::S3::Object\"", "\"${TrailBucket.Arn}/\"", TABLE_ARN)
                .doesNotContain("DataResources");
    }

    @Test
    void whatIsLeftOutIsOnRecord() {
        Template template = Stacks.of(
                Stacks.KEY,
                Stacks.TABLE,
                trail().withoutLogs(RECORD)
                        .withoutManagementEvents(RECORD)
                        .withoutTableEvents(RECORD)
                        .inOneRegion(RECORD)
                        .build());

        assertThat(Stacks.resource(template, "Trail"))
                .contains("IsMultiRegionTrail: false", "IncludeManagementEvents: false")
                .doesNotContain("CloudWatchLogs", "AWS::DynamoDB::Table");
        assertThat(template.resource(LogicalId.of("TrailRole"))).isEmpty();
        assertThat(template.resource(LogicalId.of("TrailLogGroup"))).isEmpty();
        assertThat(template.resource(LogicalId.of("Trail"))
                        .orElseThrow()
                        .options()
                        .metadata()
                        .toString())
                .contains(
                        "Another trail of the account has it",
                        "CKV_AWS_67",
                        "cloud_trail_cloud_watch_logs_enabled_check");
    }

    @Test
    void logsAreKeptForAYearUnlessToldOtherwise() {
        assertThat(Stacks.resource(Stacks.of(Stacks.KEY, TRAIL), "TrailLogGroup"))
                .contains("RetentionInDays: 365");
        assertThat(Stacks.resource(
                        Stacks.of(
                                Stacks.KEY,
                                trail().logRetention(LogRetention.days(731)).build()),
                        "TrailLogGroup"))
                .contains("RetentionInDays: 731");
    }

    @Test
    void recordsAreKeptForGoodUnlessToldOtherwiseAndNeverForLessThanAYear() {
        Template template = Stacks.of(
                Stacks.KEY, trail().archiveAfterDays(90).expireAfterDays(2557).build());

        assertThat(Stacks.resource(template, "TrailBucket")).contains("GLACIER_IR", "ExpirationInDays: 2557");
        assertThat(Stacks.resource(Stacks.of(Stacks.KEY, TRAIL), "TrailBucket")).doesNotContain("Expiration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trail().expireAfterDays(364).build())
                .withMessageContaining("expireAfterDays: 364");
    }

    @Test
    void theMonitorWatchesTheTrail() {
        assertThat(ruleIdentifiers(Stacks.of(Stacks.KEY, TRAIL, ComplianceMonitor.of(Stacks.KEY))))
                .contains(
                        "CLOUD_TRAIL_ENCRYPTION_ENABLED",
                        "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
                        "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED",
                        "CLOUDTRAIL_S3_DATAEVENTS_ENABLED");
        assertThat(ruleIdentifiers(Stacks.of(Stacks.KEY, ComplianceMonitor.of(Stacks.KEY))))
                .contains("S3_DEFAULT_ENCRYPTION_KMS")
                .noneMatch(identifier -> identifier.startsWith("CLOUD"));
    }

    /** Whatever the options: no finding, and every bucket of the stack is named. */
    @Property(tries = 60)
    void anyOptionsGiveASoundTemplate(
            @ForAll("trails") AuditTrail trail, @ForAll boolean table, @ForAll boolean monitor) {
        List<Preset> presets = new ArrayList<>(List.of(Stacks.KEY, trail));
        if (table) {
            presets.add(Stacks.TABLE);
        }
        if (monitor) {
            presets.add(ComplianceMonitor.of(Stacks.KEY));
        }

        Template template = Stacks.of(presets.toArray(Preset[]::new));

        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
        String text = Stacks.resource(template, "Trail");
        template.resources().stream()
                .filter(resource -> resource.resourceType().equals("AWS::S3::Bucket"))
                .forEach(bucket -> assertThat(text).contains("${" + bucket.logicalId() + ".Arn}/"));
        assertThat(text.contains(TABLE_ARN))
                .isEqualTo(table && trail.withoutTableEvents().isEmpty());
    }

    @Provide
    Arbitrary<AuditTrail> trails() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(Arbitraries.of(AuditTrail.Selectors.class), flag, flag, flag, flag)
                .as((selectors, logs, management, tables, regions) -> {
                    AuditTrail.Builder builder = trail().selectors(selectors);
                    if (!logs) {
                        builder.withoutLogs(RECORD);
                    }
                    if (!management) {
                        builder.withoutManagementEvents(RECORD);
                    }
                    if (!tables) {
                        builder.withoutTableEvents(RECORD);
                    }
                    if (!regions) {
                        builder.inOneRegion(RECORD);
                    }
                    return builder.build();
                });
    }

    private static List<String> ruleIdentifiers(Template template) {
        return template.resources().stream()
                .filter(resource -> resource.resourceType().equals(ConfigRule.TYPE))
                .map(resource ->
                        resource.properties().toString().replaceAll("(?s).*SourceIdentifier: \"(\\w+)\".*", "$1"))
                .toList();
    }

    private static String statement(String policy, String sid) {
        int start = policy.indexOf("sid=" + sid + ",");
        assertThat(start).as(sid + " in " + policy).isNotNegative();
        int end = policy.indexOf("sid=", start + 1);
        return policy.substring(start, end < 0 ? policy.length() : end);
    }
}
