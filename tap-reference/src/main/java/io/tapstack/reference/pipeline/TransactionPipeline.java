package io.tapstack.reference.pipeline;

import io.tapstack.model.iam.Principal;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.ComplianceMonitor;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EncryptedStream;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.EndpointExtra;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;
import io.tapstack.patterns.preset.StackProtection;
import java.util.List;
import java.util.Map;

/**
 * Pipeline A: a function stores each transaction once in an encrypted table and publishes it to an encrypted stream, from private
 * subnets that reach AWS by endpoints only.
 */
public final class TransactionPipeline implements ReferencePipeline {

    private static final PipelineOption PROJECT = PipelineOption.project("transaction-pipeline");
    private static final PipelineOption OPTIONAL = PipelineOption.text(
            "optional",
            "the enhancements, each switched by a parameter (all), or none, for a template that create-stack takes from a file",
            "all",
            "none");

    @Override
    public String name() {
        return "transaction";
    }

    @Override
    public String description() {
        return "Secure transaction processing: Lambda, DynamoDB and Kinesis in a private network";
    }

    @Override
    public List<PipelineOption> options() {
        return List.of(PROJECT, OPTIONAL);
    }

    @Override
    public Template template(Map<String, String> choices) {
        PipelineOptions chosen = PipelineOptions.of(this, choices);
        Parameter suffix = EnvironmentSuffix.withInnerHyphens();
        StackProtection protection = StackProtection.byParameter();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Environment", suffix.ref())
                .putTags("Project", Value.of(chosen.get(PROJECT)))
                .putTags("ComplianceLevel", Value.of("financial"))
                .dataPolicy(DeletionPolicy.DELETE)
                .protectWhen(protection.condition())
                .build();

        CustomerManagedKey key = CustomerManagedKey.builder("EncryptionKey")
                .description("Key of all data of the transaction pipeline")
                .alias("transaction-key")
                .build();
        IsolatedNetwork network = IsolatedNetwork.builder("VPC")
                .name("transaction")
                .subnets(3)
                .key(key)
                .build();
        EncryptedTable table = EncryptedTable.builder("TransactionTable")
                .name("transactions")
                .partitionKey("transactionId")
                .key(key)
                .build();
        EncryptedStream stream = EncryptedStream.builder("TransactionStream")
                .name("transaction-stream")
                .key(key)
                .build();
        EncryptedQueue failures = EncryptedQueue.builder("FailedTransactionQueue")
                .name("failed-transactions")
                .key(key)
                .build();
        PrivateLambda processor = PrivateLambda.builder("TransactionProcessorFunction")
                .idPrefix("Lambda")
                .name("transaction-processor")
                .code(LambdaCode.transactionProcessor())
                .memorySize(1024)
                .network(network)
                .key(key)
                .addAccesses(table.update(), stream.put())
                .putEnvironment("DYNAMODB_TABLE_NAME", table.ref())
                .putEnvironment("KINESIS_STREAM_NAME", stream.ref())
                .failureQueue(failures)
                .build();
        EndpointSet endpoints = EndpointSet.builder(network)
                .addExtras(EndpointExtra.of(processor.role(), key.use()))
                .addExtras(EndpointExtra.of(Principal.ownAccount(), processor.invoke()))
                .build();
        ComplianceMonitor compliance = ComplianceMonitor.of(key);

        SecureStack.Builder stack = SecureStack.builder(conventions)
                .description(
                        "Secure transaction processing pipeline: KMS encryption, private network, compliance monitoring")
                .addPresets(protection, network, endpoints, key, table, stream, failures, processor, compliance)
                .addOutputs(
                        ExportedOutput.of("VPCId", "VPC-Id", network.ref()),
                        ExportedOutput.of("PrivateSubnetIds", "PrivateSubnets", network.subnetList()),
                        ExportedOutput.of("KMSKeyId", "KMS-Key-Id", key.ref()),
                        ExportedOutput.of("KMSKeyArn", "KMS-Key-Arn", key.arn()),
                        ExportedOutput.of("DynamoDBTableName", "DynamoDB-Table", table.ref()),
                        ExportedOutput.of("DynamoDBTableArn", "DynamoDB-Table-Arn", table.arn()),
                        ExportedOutput.of("KinesisStreamName", "Kinesis-Stream", stream.ref()),
                        ExportedOutput.of("KinesisStreamArn", "Kinesis-Stream-Arn", stream.arn()),
                        ExportedOutput.of("LambdaFunctionName", "Lambda-Function", processor.ref()),
                        ExportedOutput.of("LambdaFunctionArn", "Lambda-Function-Arn", processor.arn()),
                        ExportedOutput.of(
                                "CloudWatchLogGroupName",
                                "Log-Group",
                                processor.logGroup().ref()),
                        ExportedOutput.on(
                                compliance.recording(),
                                "ConfigBucketName",
                                "Config-Bucket",
                                compliance.bucket().ref()),
                        ExportedOutput.of("LambdaSecurityGroupId", "Lambda-SG", Ref.to(processor.securityGroupId())),
                        Output.builder("FailedTransactionQueueUrl", failures.ref())
                                .build());
        if (chosen.get(OPTIONAL).equals("all")) {
            TransactionEnhancements.addTo(stack, network, key, failures);
        }
        return stack.build().template();
    }
}
