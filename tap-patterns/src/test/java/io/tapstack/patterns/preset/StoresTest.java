package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables, streams, buckets and queues: what they are without options, what options do, and what exactly each access gives. */
class StoresTest {

    private static final EncryptedTable ORDERS = EncryptedTable.builder("Orders")
            .partitionKey("id")
            .sortKey(TableAttribute.number("version"))
            .addIndexes(
                    TableIndex.builder("by-day", TableAttribute.string("day"))
                            .sortKey(TableAttribute.number("version"))
                            .addIncluded("status")
                            .build(),
                    TableIndex.builder("by-hash", TableAttribute.binary("hash")).build())
            .timeToLive("expiresAt")
            .changes(Stacks.STREAM)
            .contributorInsights(ExceptionRecord.of(
                    "ContributorInsightsSpecification", "Key of AWS", "The requirement asks for it", "Keys are hashes"))
            .key(Stacks.KEY)
            .build();
    private static final EncryptedBucket BUCKET = EncryptedBucket.builder("Bucket")
            .archiveAfterDays(90)
            .expireAfterDays(400)
            .expireOldVersionsAfterDays(30)
            .key(Stacks.KEY)
            .build();
    private static final EncryptedQueue QUEUE = EncryptedQueue.builder("MainQueue")
            .deadLetterQueue(Stacks.QUEUE)
            .maximumReceives(7)
            .retentionSeconds(3600)
            .key(Stacks.KEY)
            .build();
    private static final Template STACK = Stacks.of(
            Stacks.KEY,
            ORDERS,
            Stacks.STREAM,
            BUCKET,
            QUEUE,
            Stacks.QUEUE,
            EncryptedStream.builder("Provisioned").shards(2).key(Stacks.KEY).build());

    static List<SecureProperty> secureProperties() {
        String key = "{Fn::GetAtt: [\"Key\", \"Arn\"]}";
        return List.of(
                new SecureProperty(
                        "Orders",
                        "SSESpecification",
                        "SSESpecification{SSEEnabled: true, SSEType: \"KMS\", KMSMasterKeyId: " + key + "}"),
                new SecureProperty(
                        "Orders",
                        "PointInTimeRecoverySpecification",
                        "PointInTimeRecoverySpecification{PointInTimeRecoveryEnabled: true}"),
                new SecureProperty(
                        "Stream", "StreamEncryption", "StreamEncryption{EncryptionType: \"KMS\", KeyId: " + key + "}"),
                new SecureProperty(
                        "Bucket",
                        "PublicAccessBlockConfiguration",
                        "PublicAccessBlockConfiguration{BlockPublicAcls: true, BlockPublicPolicy: true,"
                                + " IgnorePublicAcls: true, RestrictPublicBuckets: true}"),
                new SecureProperty("Bucket", "VersioningConfiguration", "VersioningConfiguration{Status: \"Enabled\"}"),
                new SecureProperty("MainQueue", "KmsMasterKeyId", key));
    }

    @ParameterizedTest
    @MethodSource("secureProperties")
    void storesAreEncryptedAndRecoverable(SecureProperty property) {
        property.demandOf(STACK);
        property.missIn(STACK);
    }

    @Test
    void everyOptionTogetherIsSound() {
        assertThat(RulePacks.validator(RulePacks.all()).validate(STACK).findings())
                .isEmpty();
    }

    static List<Arguments> accesses() {
        return List.of(
                given(ORDERS.read(), "ReadOrders", "dynamodb:GetItem"),
                given(ORDERS.query(), "QueryOrders", "dynamodb:Query"),
                given(ORDERS.queryIndex("by-day"), "QueryOrdersByDay", "dynamodb:Query"),
                given(ORDERS.put(), "PutOrders", "dynamodb:PutItem"),
                given(ORDERS.update(), "UpdateOrders", "dynamodb:UpdateItem"),
                given(ORDERS.delete(), "DeleteOrders", "dynamodb:DeleteItem"),
                given(
                        ORDERS.readWrite(),
                        "ReadWriteOrders",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem"),
                given(Stacks.STREAM.put(), "PutIntoStream", "kinesis:PutRecord"),
                given(Stacks.STREAM.putBatches(), "PutBatchesIntoStream", "kinesis:PutRecords"),
                given(
                        Stacks.STREAM.consume(),
                        "ConsumeStream",
                        "kinesis:DescribeStream",
                        "kinesis:DescribeStreamSummary",
                        "kinesis:GetRecords",
                        "kinesis:GetShardIterator",
                        "kinesis:ListShards"),
                given(BUCKET.objects("in/").read(), "ReadBucketIn", "s3:GetObject", "s3:GetObjectVersion"),
                given(BUCKET.objects("in/").write(), "WriteBucketIn", "s3:PutObject"),
                given(
                        BUCKET.objects("in/").readWrite(),
                        "ReadWriteBucketIn",
                        "s3:GetObject",
                        "s3:GetObjectVersion",
                        "s3:PutObject"),
                given(BUCKET.objects("in/").delete(), "DeleteBucketIn", "s3:DeleteObject"),
                given(BUCKET.objects("in/").list(), "ListBucketIn", "s3:ListBucket"),
                given(QUEUE.send(), "SendToMainQueue", "sqs:SendMessage"),
                given(
                        QUEUE.receive(),
                        "ReceiveFromMainQueue",
                        "sqs:DeleteMessage",
                        "sqs:GetQueueAttributes",
                        "sqs:ReceiveMessage"));
    }

    private static Arguments given(Access access, String sid, String... actions) {
        return Arguments.of(access, sid, List.of(actions));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void anAccessGivesTheseActionsAndNoOther(Access access, String sid, List<String> actions) {
        assertThat(access.sid()).isEqualTo(sid);
        assertThat(access.actions()).containsExactlyElementsOf(actions);
        assertThat(access.resources()).hasSize(1);
    }

    @Test
    void anAccessIsLimitedToItsPrefixOrIndex() {
        assertThat(ORDERS.queryIndex("by-day").resources().toString()).contains("${Orders.Arn}/index/by-day");
        assertThat(BUCKET.objects("in/").read().resources().toString()).contains("${Bucket.Arn}/in/*");
        assertThat(BUCKET.objects("in/").list().conditions().toString()).contains("s3:prefix", "in/*");
        assertThat(BUCKET.objects("in/a-b").read().sid()).isEqualTo("ReadBucketInAB");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ORDERS.queryIndex("by-night"))
                .withMessageContaining("indexName: Orders has no index by-night");
        for (String prefix : List.of("", "/in", "in*", "in?", "${x}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BUCKET.objects(prefix))
                    .withMessageContaining("prefix: '" + prefix + "'");
        }
    }

    @Test
    void aTableHasItsKeysIndexesAndChanges() {
        String table = Stacks.json(STACK, "Orders");

        assertThat(table)
                .contains(
                        "{\"AttributeName\":\"id\",\"AttributeType\":\"S\"}",
                        "{\"AttributeName\":\"version\",\"AttributeType\":\"N\"}",
                        "{\"AttributeName\":\"day\",\"AttributeType\":\"S\"}",
                        "{\"AttributeName\":\"hash\",\"AttributeType\":\"B\"}",
                        "{\"AttributeName\":\"version\",\"KeyType\":\"RANGE\"}",
                        "\"NonKeyAttributes\":[\"status\"]",
                        "\"ProjectionType\":\"ALL\"",
                        "\"TimeToLiveSpecification\":{\"AttributeName\":\"expiresAt\",\"Enabled\":true}",
                        "\"ContributorInsightsSpecification\":{\"Enabled\":true}",
                        "\"StreamArn\":{\"Fn::GetAtt\":[\"Stream\",\"Arn\"]}",
                        "Keys are hashes")
                .containsOnlyOnce("\"AttributeName\":\"version\",\"AttributeType\"");
    }

    @Test
    void anAttributeHasOneType() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EncryptedTable.builder("T")
                        .partitionKey("id")
                        .sortKey(TableAttribute.number("id"))
                        .key(Stacks.KEY)
                        .build())
                .withMessageContaining("the attribute id is of type S and of type N");
        assertThatIllegalStateException()
                .isThrownBy(() -> EncryptedTable.builder("T")
                        .partitionKey("id")
                        .addIndexes(ORDERS.indexes().get(0), ORDERS.indexes().get(0))
                        .key(Stacks.KEY)
                        .build())
                .withMessageContaining("indexes: two of T are called by-day");
    }

    @Test
    void aBucketMovesAndDeletesAsToldAndNotByItself() {
        assertThat(Stacks.json(STACK, "Bucket"))
                .contains(
                        "\"GLACIER_IR\",\"TransitionInDays\":90", "\"ExpirationInDays\":400", "\"NoncurrentDays\":30");
        assertThat(Stacks.json(
                        Stacks.of(
                                Stacks.KEY,
                                EncryptedBucket.builder("Plain").key(Stacks.KEY).build()),
                        "Plain"))
                .contains("STANDARD_IA")
                .doesNotContain("GLACIER", "Expiration", "EventBridge");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptedBucket.builder("B")
                        .archiveAfterDays(59)
                        .key(Stacks.KEY)
                        .build())
                .withMessageContaining("archiveAfterDays: 59");
    }

    @Test
    void whoMayWriteIntoABucketMustUseItsKey() {
        PrivateLambda writer = Stacks.function(List.of(BUCKET.objects("out/").write()));
        PrivateLambda reader = Stacks.function(List.of(BUCKET.objects("out/").read()));

        assertThat(policyOfBucket(writer))
                .contains(
                        "DenyOtherEncryption",
                        "DenyOtherKeys",
                        "\"Null\":{\"s3:x-amz-server-side-encryption\":\"false\"}");
        assertThat(policyOfBucket(reader)).contains("DenyInsecureTransport").doesNotContain("DenyOther");
    }

    private static String policyOfBucket(PrivateLambda function) {
        return Stacks.json(Stacks.of(Stacks.KEY, Stacks.NETWORK, Stacks.QUEUE, BUCKET, function), "BucketPolicy");
    }

    @Test
    void aDeadLetterQueueTakesFromItsQueueOnly() {
        assertThat(Stacks.json(STACK, "MainQueue"))
                .contains("\"maxReceiveCount\":7", "\"MessageRetentionPeriod\":3600")
                .doesNotContain("RedriveAllowPolicy", "VisibilityTimeout");
        assertThat(Stacks.json(STACK, "Queue"))
                .contains("\"redrivePermission\":\"byQueue\"", ":main-queue-${Suffix}")
                .doesNotContain("deadLetterTargetArn");
        Resource queue = STACK.resource(LogicalId.of("Queue")).orElseThrow();
        assertThat(queue.options().dependsOn()).isEmpty();
    }

    @Test
    void aQueueHasBounds() {
        EncryptedQueue shortLived = EncryptedQueue.builder("Short")
                .retentionSeconds(60)
                .key(Stacks.KEY)
                .build();
        assertThatIllegalStateException()
                .isThrownBy(() -> EncryptedQueue.builder("Q")
                        .deadLetterQueue(shortLived)
                        .key(Stacks.KEY)
                        .build())
                .withMessageContaining("deadLetterQueue: Short keeps messages for 60 seconds");
        assertThatIllegalStateException()
                .isThrownBy(() -> EncryptedQueue.builder("Short")
                        .deadLetterQueue(shortLived)
                        .key(Stacks.KEY)
                        .build())
                .withMessageContaining("cannot be its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptedQueue.builder("Q")
                        .visibilityTimeoutSeconds(43_201)
                        .key(Stacks.KEY)
                        .build())
                .withMessageContaining("visibilityTimeoutSeconds: 43201");
    }

    @Test
    void aStreamGrowsUnlessItHasShards() {
        assertThat(Stacks.json(STACK, "Stream")).contains("ON_DEMAND").doesNotContain("ShardCount");
        assertThat(Stacks.json(STACK, "Provisioned")).contains("PROVISIONED", "\"ShardCount\":2");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        EncryptedStream.builder("S").shards(0).key(Stacks.KEY).build())
                .withMessageContaining("shards: 0");
    }

    @Test
    void namesComeFromLogicalIds() {
        assertThat(EncryptedQueue.builder("VPCFlowDLQ2").key(Stacks.KEY).build().name())
                .isEqualTo("vpc-flow-dlq2");
        assertThat(QUEUE.name()).isEqualTo("main-queue");
    }

    @Test
    void severalNetworksStandSideBySide() {
        IsolatedNetwork partners = IsolatedNetwork.builder("PartnerVpc")
                .idPrefix("Partner")
                .name("partner")
                .addressPrefix("10.1")
                .subnets(2)
                .key(Stacks.KEY)
                .build();
        PrivateLambda here = Stacks.function(List.of(ORDERS.put(), Stacks.STREAM.put()));
        PrivateLambda there = here.toBuilder()
                .logicalId(LogicalId.of("There"))
                .idPrefix("There")
                .name("there")
                .network(partners)
                .build();
        Template template = Stacks.of(
                Stacks.KEY,
                Stacks.NETWORK,
                EndpointSet.builder(Stacks.NETWORK).build(),
                partners,
                EndpointSet.builder(partners).build(),
                ORDERS,
                Stacks.STREAM,
                Stacks.QUEUE,
                here,
                there,
                ComplianceMonitor.of(Stacks.KEY));

        assertThat(RulePacks.validator(RulePacks.all()).validate(template).findings())
                .isEmpty();
        assertThat(Stacks.json(template, "PartnerDynamoDBVPCEndpoint"))
                .contains("PartnerPrivateRouteTable", "ThereExecutionRole")
                .doesNotContain("WorkerExecutionRole");
        assertThat(Stacks.json(template, "There"))
                .contains("PartnerPrivateSubnet2")
                .doesNotContain("Subnet3");
    }

    @Test
    void eachOfSeveralStoresIsWatched() {
        EncryptedTable second = EncryptedTable.builder("Second")
                .partitionKey("id")
                .key(Stacks.KEY)
                .build();
        EncryptedStream other = EncryptedStream.builder("Other").key(Stacks.KEY).build();
        Template template =
                Stacks.of(Stacks.KEY, Stacks.TABLE, second, Stacks.STREAM, other, ComplianceMonitor.of(Stacks.KEY));

        assertThat(RulePacks.validator(RulePacks.all()).validate(template).findings())
                .isEmpty();
        for (String store : List.of("Table", "Second", "Stream", "Other")) {
            assertThat(template.resources())
                    .filteredOn(rule -> rule.resourceType().equals("AWS::Config::ConfigRule"))
                    .anyMatch(rule ->
                            rule.properties().toString().contains("ComplianceResourceId: {Ref: \"" + store + "\"}"));
        }
    }
}
