package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import org.junit.jupiter.api.Test;

class PresetsTest {

    @Test
    void logsAreKeptForNinetyDaysAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptedLogGroup.builder("Logs")
                        .name("/x")
                        .key(Stacks.KEY)
                        .retentionInDays(30)
                        .build())
                .withMessageContaining("retentionInDays: 30");
    }

    @Test
    void aNetworkHasTwoZonesAtLeastAndNoMoreThanTheRegionOffers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsolatedNetwork.builder("V")
                        .name("x")
                        .key(Stacks.KEY)
                        .subnets(1)
                        .build())
                .withMessageContaining("subnets: 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsolatedNetwork.builder("V")
                        .name("x")
                        .key(Stacks.KEY)
                        .subnets(4)
                        .build())
                .withMessageContaining("us-east-1 has 3 zones");
    }

    @Test
    void aStreamKeepsRecordsForADayAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptedStream.builder("S")
                        .name("x")
                        .key(Stacks.KEY)
                        .retentionPeriodHours(1)
                        .build())
                .withMessageContaining("retentionPeriodHours: 1");
    }

    @Test
    void dataIsKeptUnlessTheConventionsSayOtherwise() {
        Template template = Stacks.of(Stacks.KEY, Stacks.TABLE);

        Resource table = template.resource(LogicalId.of("Table")).orElseThrow();
        assertThat(table.options().deletionPolicy()).contains(Value.of("Retain"));
        assertThat(table.options().updateReplacePolicy()).contains(Value.of("Retain"));
    }

    @Test
    void tagsGoWhereATypeCanHaveThem() {
        Template template = Stacks.of(Stacks.KEY, Stacks.TABLE);

        assertThat(Stacks.resource(template, "Table")).contains("{Key: \"Project\", Value: \"test\"}");
        assertThat(Stacks.resource(template, "KeyAlias")).doesNotContain("Tags");
    }

    @Test
    void whatCannotBeTaggedIsTold() {
        SecureStack stack = SecureStack.builder(Stacks.CONVENTIONS)
                .description("A key and a table")
                .addPresets(Stacks.KEY, Stacks.TABLE)
                .build();

        assertThat(stack.untagged())
                .extracting(resource -> resource.logicalId().name())
                .containsExactly("KeyAlias");
        assertThat(stack.template().resources()).hasSize(3);
    }

    @Test
    void aMonitorWatchesWhatTheStackHas() {
        Template template = Stacks.of(Stacks.KEY, Stacks.TABLE, ComplianceMonitor.of(Stacks.KEY));

        assertThat(Stacks.resource(template, "DynamoDBEncryptionRule")).contains("DYNAMODB_TABLE_ENCRYPTED_KMS");
        assertThat(template.resources().toString()).doesNotContain("KinesisEncryptionRule", "VpcFlowLogsRule");
        assertThat(Stacks.resource(template, "ConfigRecorder"))
                .contains("AWS::DynamoDB::Table", "AWS::S3::Bucket")
                .doesNotContain("AWS::Kinesis::Stream");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void theMonitorsBucketLetsConfigInAndNobodyElse() {
        Template template = Stacks.of(Stacks.KEY, ComplianceMonitor.of(Stacks.KEY));

        assertThat(Stacks.resource(template, "ConfigBucketPolicy"))
                .contains("config.amazonaws.com", "aws:SourceAccount", "aws:SecureTransport", "s3:TlsVersion");
        assertThat(template.resource(LogicalId.of("ConfigDeliveryChannel"))
                        .orElseThrow()
                        .options()
                        .dependsOn())
                .containsExactly(LogicalId.of("ConfigBucketPolicy"));
    }
}
