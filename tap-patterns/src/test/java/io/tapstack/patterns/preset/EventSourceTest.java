package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSourceTest {

    private static final EncryptedQueue ORDERS = EncryptedQueue.builder("Orders")
            .deadLetterQueue(Stacks.QUEUE)
            .key(Stacks.KEY)
            .build();
    private static final EncryptedBucket UPLOADS =
            EncryptedBucket.builder("Uploads").key(Stacks.KEY).build();

    private static final String READS_UPLOADS =
            "import os\n\nUPLOADS = os.environ['UPLOADS']\n\n\ndef handler(event, context):\n    return None\n";

    private static PrivateLambda.Builder worker(EventSource... sources) {
        return Stacks.function(List.of()).toBuilder().addEventSources(sources);
    }

    private static Template stack(PrivateLambda... functions) {
        List<Preset> presets = new ArrayList<>(List.of(
                Stacks.KEY,
                Stacks.NETWORK,
                EndpointSet.builder(Stacks.NETWORK).build(),
                Stacks.TABLE,
                Stacks.STREAM,
                Stacks.QUEUE,
                ORDERS,
                UPLOADS));
        presets.addAll(List.of(functions));
        Template template = Stacks.of(presets.toArray(Preset[]::new));
        assertThat(RulePacks.validator(RulePacks.all()).validate(template).findings())
                .isEmpty();
        return template;
    }

    private static Resource resource(Template template, String id) {
        return template.resource(LogicalId.of(id)).orElseThrow();
    }

    @Test
    void aQueueIsPolledWithTheRightsOfTheRoleAndFromOutside() {
        Template template = stack(worker(EventSource.queue(ORDERS)).build());

        assertThat(Stacks.resource(template, "WorkerFromOrders"))
                .contains("BatchSize: 10", "ReportBatchItemFailures")
                .doesNotContain("MaximumBatchingWindowInSeconds", "ScalingConfig");
        assertThat(Stacks.resource(template, "WorkerExecutionPolicy"))
                .contains("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage");
        assertThat(Stacks.resource(template, "Orders")).contains("VisibilityTimeout: 360", "maxReceiveCount: 5");
        assertThat(template.resources().toString()).doesNotContain("SQSVPCEndpoint", "Permission");
    }

    @Test
    void theOptionsOfAQueueAreWritten() {
        Template template = stack(worker(QueueSource.builder(ORDERS)
                        .batchSize(100)
                        .batchingWindowSeconds(20)
                        .maximumConcurrency(2)
                        .build())
                .timeout(10)
                .build());

        assertThat(Stacks.resource(template, "WorkerFromOrders"))
                .contains("BatchSize: 100", "MaximumBatchingWindowInSeconds: 20", "MaximumConcurrency: 2");
        assertThat(Stacks.resource(template, "Orders")).contains("VisibilityTimeout: 80");
    }

    @Test
    void aQueueIsNoSourceWithoutADeadLetterQueueOrWithTooShortAVisibility() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EventSource.queue(Stacks.QUEUE))
                .withMessageContaining("queue: Queue has no deadLetterQueue");
        EncryptedQueue impatient = EncryptedQueue.builder("Impatient")
                .deadLetterQueue(Stacks.QUEUE)
                .visibilityTimeoutSeconds(359)
                .key(Stacks.KEY)
                .build();
        assertThatIllegalStateException()
                .isThrownBy(() -> worker(EventSource.queue(impatient)).build())
                .withMessageContaining("visibilityTimeoutSeconds: 359 of Impatient are less than 360");
        assertThatIllegalStateException()
                .isThrownBy(() -> QueueSource.builder(ORDERS).batchSize(11).build())
                .withMessageContaining("batchingWindowSeconds");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> QueueSource.builder(ORDERS).maximumConcurrency(1).build())
                .withMessageContaining("maximumConcurrency: 1");
    }

    @Test
    void aStreamIsReadFromItsOldestRecordAndFailuresAreKept() {
        Template template = stack(worker(EventSource.stream(Stacks.STREAM)).build());

        assertThat(Stacks.resource(template, "WorkerFromStream"))
                .contains(
                        "TRIM_HORIZON",
                        "BisectBatchOnFunctionError: true",
                        "MaximumRetryAttempts: 5",
                        "MaximumRecordAgeInSeconds: 86400",
                        "ReportBatchItemFailures",
                        "Destination: {Fn::GetAtt: [\"Queue\", \"Arn\"]}");
        assertThat(Stacks.resource(template, "WorkerExecutionPolicy"))
                .contains("kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards")
                .doesNotContain("kinesis:PutRecord");
        assertThat(template.resources().toString()).doesNotContain("KinesisVPCEndpoint");
    }

    @Test
    void aStreamMayHaveAFailureQueueOfItsOwn() {
        EncryptedQueue own =
                EncryptedQueue.builder("StreamFailures").key(Stacks.KEY).build();
        PrivateLambda function = worker(StreamSource.builder(Stacks.STREAM)
                        .failureQueue(own)
                        .start(StreamSource.Start.NEWEST)
                        .build())
                .build();
        Template template = Stacks.of(Stacks.KEY, Stacks.NETWORK, Stacks.STREAM, Stacks.QUEUE, own, function);

        assertThat(Stacks.resource(template, "WorkerFromStream"))
                .contains("LATEST", "Destination: {Fn::GetAtt: [\"StreamFailures\", \"Arn\"]}");
        assertThat(Stacks.resource(template, "WorkerExecutionPolicy")).contains("SendToStreamFailures");
    }

    @Test
    void theClockIsLetInByItsRuleAndAccount() {
        Template template = stack(worker(
                        EventSource.schedule("rate(5 minutes)"),
                        ScheduleSource.builder("cron(0 6 * * ? *)")
                                .id("Morning")
                                .build())
                .build());

        assertThat(Stacks.resource(template, "WorkerOnSchedule"))
                .contains("rate(5 minutes)", "worker-schedule-${Suffix}");
        assertThat(Stacks.resource(template, "WorkerOnMorning")).contains("cron(0 6 * * ? *)");
        SecureProperty source = new SecureProperty(
                "WorkerOnSchedulePermission", "SourceArn", "{Fn::GetAtt: [\"WorkerOnSchedule\", \"Arn\"]}");
        SecureProperty account =
                new SecureProperty("WorkerOnSchedulePermission", "SourceAccount", "{Ref: \"AWS::AccountId\"}");
        for (SecureProperty property : List.of(source, account)) {
            property.demandOf(template);
            property.missIn(template);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5 minutes", "rate(1 minutes)", "rate(0 minutes)", "rate(2 day)", "cron(* * * * *)"})
    void otherExpressionsAreRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventSource.schedule(expression))
                .withMessageContaining("expression: " + expression);
    }

    @Test
    void aBucketTellsEventBridgeWhichCallsTheFunction() {
        Template template = stack(worker(EventSource.bucket(UPLOADS, "incoming/"))
                .addAccesses(
                        UPLOADS.objects("incoming/").read(),
                        UPLOADS.objects("done/").write())
                .code(READS_UPLOADS)
                .putEnvironment("UPLOADS", UPLOADS.ref())
                .build());

        assertThat(Stacks.resource(template, "Uploads")).contains("EventBridgeEnabled: true");
        assertThat(Stacks.resource(template, "WorkerOnUploadsIncoming"))
                .contains("aws.s3", "Object Created", "{prefix: \"incoming/\"}", "uploads-incoming-${Suffix}");
        assertThat(Stacks.resource(template, "WorkerOnUploadsIncomingPermission"))
                .contains("events.amazonaws.com", "SourceAccount");
    }

    @Test
    void aBucketMayCallTheFunctionItself() {
        BucketSource direct = BucketSource.builder(UPLOADS, "incoming/")
                .delivery(BucketSource.Delivery.DIRECT)
                .build();
        Template template = stack(worker(direct)
                .addAccesses(UPLOADS.objects("incoming/").read())
                .code(READS_UPLOADS)
                .putEnvironment("UPLOADS", UPLOADS.ref())
                .build());

        assertThat(Stacks.resource(template, "Uploads"))
                .contains("s3:ObjectCreated:*", "{Name: \"prefix\", Value: \"incoming/\"}")
                .doesNotContain("EventBridge");
        assertThat(resource(template, "Uploads").options().dependsOn())
                .containsExactly(LogicalId.of("WorkerOnUploadsIncomingPermission"));
        assertThat(Stacks.resource(template, "WorkerOnUploadsIncomingPermission"))
                .contains("s3.amazonaws.com", ":s3:::uploads-${AWS::AccountId}-${Suffix}", "SourceAccount");
        assertThat(resource(template, "WorkerOnUploadsIncomingPermission")
                        .options()
                        .metadata())
                .containsKey(ExceptionRecord.METADATA_KEY);
        assertThat(Stacks.resource(template, "WorkerExecutionPolicy"))
                .contains(":s3:::uploads-${AWS::AccountId}-${Suffix}/incoming/*")
                .doesNotContain("${Uploads.Arn}");
        assertThat(Stacks.resource(template, "Worker")).doesNotContain("Ref: \"Uploads\"");
    }

    /** Why names are written as texts: with a reference in their place there is a cycle, and it is found. */
    @Test
    void aReferenceWouldCloseACycle() {
        BucketSource direct = BucketSource.builder(UPLOADS, "incoming/")
                .delivery(BucketSource.Delivery.DIRECT)
                .build();
        Template template = stack(worker(direct).build());
        List<Resource> resources = new ArrayList<>(template.resources());
        resources.replaceAll(resource -> resource.logicalId().name().equals("Worker")
                ? resource.withProperties(resource.properties()
                        .with("Environment", Value.json(Map.of("Variables", Map.of("UPLOADS", UPLOADS.ref())))))
                : resource);

        assertThat(RulePacks.validator(RulePacks.all())
                        .validate(template.toBuilder().resources(resources).build())
                        .findings())
                .anyMatch(finding -> finding.ruleId().equals("CircularDependency"));
    }

    @Test
    void aFunctionDoesNotWriteWhereItIsCalledFrom() {
        assertThatIllegalStateException()
                .isThrownBy(() -> worker(EventSource.bucket(UPLOADS, "incoming/"))
                        .addAccesses(UPLOADS.objects("incoming/done/").write())
                        .build())
                .withMessageContaining("accesses: WriteUploadsIncomingDone writes where incoming/ is watched");
        assertThatIllegalStateException()
                .isThrownBy(() -> worker(EventSource.bucket(UPLOADS, "incoming/"))
                        .addAccesses(UPLOADS.objects("in").readWrite())
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventSource.bucket(UPLOADS, ""))
                .withMessageContaining("prefix: ''");
    }

    @Test
    void directPrefixesOfABucketDoNotOverlap() {
        EventSource wide = BucketSource.builder(UPLOADS, "in/")
                .delivery(BucketSource.Delivery.DIRECT)
                .build();
        EventSource narrow = BucketSource.builder(UPLOADS, "in/csv/")
                .delivery(BucketSource.Delivery.DIRECT)
                .build();

        assertThatIllegalStateException()
                .isThrownBy(() -> stack(worker(wide, narrow).build()))
                .withMessageContaining("in/ and in/csv/ overlap");
    }

    @Test
    void noSourceIsGivenTwice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> worker(EventSource.queue(ORDERS), EventSource.queue(ORDERS))
                        .build())
                .withMessageContaining("eventSources: two of Worker are FromOrders");
    }

    @Test
    void eventsComeWhenTheWayOutIsThere() {
        Template template = stack(worker(EventSource.queue(ORDERS))
                .addAccesses(Stacks.TABLE.put(), Stacks.STREAM.put())
                .build());

        assertThat(resource(template, "WorkerFromOrders").options().dependsOn())
                .extracting(LogicalId::name)
                .containsExactlyInAnyOrder(
                        "DynamoDBVPCEndpoint",
                        "KinesisVPCEndpoint",
                        "WorkerSecurityGroupToEndpoints",
                        "WorkerSecurityGroupAtEndpoints");
    }
}
