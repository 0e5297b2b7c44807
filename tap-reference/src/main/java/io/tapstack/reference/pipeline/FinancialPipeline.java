package io.tapstack.reference.pipeline;

import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.preset.AdministratorRole;
import io.tapstack.patterns.preset.AlarmSet;
import io.tapstack.patterns.preset.AlertTopic;
import io.tapstack.patterns.preset.AuditTrail;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedBucket;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.PrivateDatabase;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureRestApi;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.TableAttribute;
import java.util.List;
import java.util.Map;

/**
 * Pipeline C: a private API takes transactions, a function without a way to the internet stores each once in an encrypted bucket and
 * table, and the password of a private database rotates by itself.
 */
public final class FinancialPipeline implements ReferencePipeline {

    @Override
    public String name() {
        return "financial";
    }

    @Override
    public String description() {
        return "Secure processing of financial transactions: private API, Lambda, S3, DynamoDB and a rotated database";
    }

    @Override
    public TemplateFormat format() {
        return TemplateFormat.JSON;
    }

    @Override
    public List<PipelineOption> options() {
        return List.of();
    }

    @Override
    public Template template(Map<String, String> choices) {
        PipelineOptions.of(this, choices);
        FinancialParameters chosen = new FinancialParameters();
        CustomerManagedKey key = CustomerManagedKey.builder("EncryptionKey")
                .alias("financial-key")
                .build();
        EncryptedBucket bucket = EncryptedBucket.builder("DataBucket")
                .name("transaction-data")
                .archiveAfterDays(90)
                .key(key)
                .build();
        EncryptedTable table = EncryptedTable.builder("TransactionTable")
                .name("transactions")
                .partitionKey("transactionId")
                .sortKey(TableAttribute.number("timestamp"))
                .contributorInsights(ExceptionRecord.of(
                        "ContributorInsightsSpecification",
                        "frequent keys under a key of AWS",
                        "The requirement asks for them, and CloudWatch keeps them under no other key",
                        "Keys are ids and times, never amounts or customers"))
                .key(key)
                .build();
        IsolatedNetwork network = IsolatedNetwork.builder("VPC")
                .name("financial")
                .subnets(3)
                .cidrByParameter(true)
                .flowLogRetention(chosen.logRetention())
                .key(key)
                .build();
        EncryptedQueue failures = EncryptedQueue.builder("FailedEventQueue")
                .name("failed-events")
                .key(key)
                .build();
        PrivateLambda processor = PrivateLambda.builder("DataProcessorFunction")
                .idPrefix("DataProcessor")
                .name("data-processor")
                .securityGroupName("lambda-sg")
                .code(LambdaCode.financialProcessor())
                .timeout(29)
                .addAccesses(bucket.objects("transactions/").readWrite(), table.put())
                .putEnvironment("DATA_BUCKET_NAME", bucket.ref())
                .putEnvironment("TRANSACTION_TABLE_NAME", table.ref())
                .failureQueue(failures)
                .logRetention(chosen.logRetention())
                .network(network)
                .key(key)
                .build();
        SecureRestApi api = FinancialApi.before(processor, chosen.logRetention());
        PrivateDatabase database = PrivateDatabase.builder("Database")
                .name("transactions")
                .rotationDays(chosen.rotationDays())
                .administratorArn(chosen.deployer())
                .failureQueue(failures)
                .logRetention(chosen.logRetention())
                .network(network)
                .key(key)
                .build();
        AuditTrail trail = AuditTrail.builder("AuditTrail")
                .logRetention(chosen.logRetention())
                .key(key)
                .build();
        AlertTopic alerts =
                AlertTopic.builder("AlertTopic").emailByParameter(true).key(key).build();
        AdministratorRole administrator =
                AdministratorRole.builder("AdministratorRole").build();

        return SecureStack.builder(chosen.conventions())
                .description(
                        "Secure processing of financial transactions: encrypted, private, with rotated credentials")
                .addAllParameters(chosen.others())
                .addPresets(key, network, EndpointSet.builder(network).build(), bucket, table, failures, processor, api)
                .addPresets(database, trail, alerts, AlarmSet.builder(alerts).build(), administrator)
                .addOutputs(
                        output("ApiEndpoint", api.url()),
                        output("ApiKeyId", api.keyId()),
                        output("TransactionTableName", table.ref()),
                        output("DataBucketName", bucket.ref()),
                        output("DatabaseSecretArn", database.credentials().ref()),
                        output("DatabaseAddress", database.address()),
                        output("DataProcessorFunctionName", processor.ref()),
                        output("EncryptionKeyArn", key.arn()),
                        output("VPCId", network.ref()),
                        output("PrivateSubnetIds", network.subnetList()),
                        output("AlertTopicArn", alerts.ref()),
                        output("AuditTrailName", trail.ref()),
                        output("AdministratorRoleArn", administrator.arn()))
                .build()
                .template();
    }

    private static Output output(String logicalId, Value<String> value) {
        return Output.builder(logicalId, value).build();
    }
}
