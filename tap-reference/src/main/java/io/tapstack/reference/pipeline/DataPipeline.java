package io.tapstack.reference.pipeline;

import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.preset.AlarmSet;
import io.tapstack.patterns.preset.AlertTopic;
import io.tapstack.patterns.preset.AuditTrail;
import io.tapstack.patterns.preset.BucketSource;
import io.tapstack.patterns.preset.ComplianceMonitor;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedBucket;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.RotatingSecret;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;
import io.tapstack.patterns.preset.ThreatDetection;
import java.util.List;
import java.util.Map;

/**
 * Pipeline B: a file of transactions that is uploaded to an encrypted bucket makes a function run, which keeps the metadata of each
 * transaction once in an encrypted table. Who touches the data is recorded, and nothing but logs goes away with the stack.
 */
public final class DataPipeline implements ReferencePipeline {

    private static final PipelineOption PROJECT = PipelineOption.project("data-pipeline");
    private static final String UPLOADS = "incoming/";

    @Override
    public String name() {
        return "data";
    }

    @Override
    public String description() {
        return "Secure data processing: S3, Lambda and DynamoDB in a private network, audited by CloudTrail";
    }

    @Override
    public List<PipelineOption> options() {
        return List.of(PROJECT);
    }

    @Override
    public Template template(Map<String, String> choices) {
        PipelineOptions chosen = PipelineOptions.of(this, choices);
        Parameter suffix = EnvironmentSuffix.withSingleHyphens();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Environment", suffix.ref())
                .putTags("Project", Value.of(chosen.get(PROJECT)))
                .putTags("ComplianceLevel", Value.of("financial"))
                .otherPolicy(DeletionPolicy.RETAIN)
                .logPolicy(DeletionPolicy.DELETE)
                .build();

        CustomerManagedKey key =
                CustomerManagedKey.builder("EncryptionKey").alias("data-key").build();
        IsolatedNetwork network =
                IsolatedNetwork.builder("VPC").name("data").subnets(2).key(key).build();
        EndpointSet endpoints = EndpointSet.builder(network).build();
        EncryptedBucket uploads = EncryptedBucket.builder("DataBucket")
                .name("data-uploads")
                .key(key)
                .build();
        EncryptedTable metadata = EncryptedTable.builder("MetadataTable")
                .name("transaction-metadata")
                .partitionKey("transactionId")
                .key(key)
                .build();
        RotatingSecret configuration = RotatingSecret.builder("ConfigurationSecret")
                .name("data-processor")
                .ending("configuration")
                .putFields("tableName", metadata.ref())
                .putFields("objectPrefix", Value.of(UPLOADS))
                .putFields("maximumBytes", Value.of(1024 * 1024))
                .putFields("maximumTransactions", Value.of(5000))
                .generatedField("pseudonymKey")
                .key(key)
                .withoutRotation(ExceptionRecord.of(
                        "RotationSchedule", "none", "Another key makes the known look new", "Generated, one reader"))
                .build();
        EncryptedQueue failures =
                EncryptedQueue.builder("FailedUploadQueue").key(key).build();
        PrivateLambda processor = PrivateLambda.builder("DataProcessorFunction")
                .idPrefix("Lambda")
                .name("data-processor")
                .code(LambdaCode.dataProcessor())
                .timeout(300)
                .network(network)
                .key(key)
                .addEventSources(BucketSource.builder(uploads, UPLOADS)
                        .delivery(BucketSource.Delivery.DIRECT)
                        .build())
                .addAccesses(configuration.read(), uploads.objects(UPLOADS).read(), metadata.put())
                .putEnvironment("CONFIGURATION_SECRET_ARN", configuration.ref())
                .failureQueue(failures)
                .build();
        AuditTrail trail =
                AuditTrail.builder("AuditTrail").name("data-audit").key(key).build();
        AlertTopic alerts = AlertTopic.builder("SecurityAlertTopic")
                .switchedBy("EnableAlerts")
                .emailByParameter(true)
                .key(key)
                .build();
        ComplianceMonitor compliance =
                ComplianceMonitor.builder(key).switchedBy("EnableConfig").build();
        ThreatDetection threats =
                ThreatDetection.builder("Threat").securityHub(false).build();

        return SecureStack.builder(conventions)
                .description("Secure pipeline for uploaded transactions: KMS encryption, private network, audit trail")
                .addPresets(key, network, endpoints, configuration, metadata, failures, processor, uploads)
                .addPresets(trail, alerts, AlarmSet.builder(alerts).build(), compliance, threats)
                .addOutputs(
                        output("DataBucketName", uploads.ref()),
                        output("MetadataTableName", metadata.ref()),
                        output("LambdaFunctionName", processor.ref()),
                        output("FailedUploadQueueUrl", failures.ref()),
                        output("ConfigurationSecretArn", configuration.ref()),
                        output("AuditTrailName", trail.ref()),
                        output("AuditTrailBucketName", trail.bucket().ref()),
                        output("KMSKeyArn", key.arn()),
                        output("VPCId", network.ref()),
                        Output.builder("SecurityAlertTopicArn", alerts.ref())
                                .condition(alerts.when().orElseThrow())
                                .build())
                .build()
                .template();
    }

    private static Output output(String logicalId, Value<String> value) {
        return Output.builder(logicalId, value).build();
    }
}
