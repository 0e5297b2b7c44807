package io.tapstack.patterns.preset;

import io.tapstack.model.aws.dynamodb.Table;
import io.tapstack.model.aws.dynamodb.table.ContributorInsightsSpecification;
import io.tapstack.model.aws.dynamodb.table.KinesisStreamSpecification;
import io.tapstack.model.aws.dynamodb.table.PointInTimeRecoverySpecification;
import io.tapstack.model.aws.dynamodb.table.SSESpecification;
import io.tapstack.model.aws.dynamodb.table.TimeToLiveSpecification;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A DynamoDB table under a key of the customer, with point-in-time recovery, paid by request.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html">Encryption of tables</a>
 */
@Immutable
public abstract class EncryptedTable implements Preset {

    EncryptedTable() {}

    /** A builder of a table with this logical id. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the table. */
    public abstract LogicalId logicalId();

    /** The start of its name; the suffix of the stack follows. Made from the logical id unless it is given. */
    @Default
    public String name() {
        return Names.of(logicalId());
    }

    /** The attribute by which items are found. */
    public abstract TableAttribute partitionKey();

    /** The attribute by which the items of one partition key are ordered. */
    public abstract Optional<TableAttribute> sortKey();

    /** Other keys by which items are found. */
    public abstract List<TableIndex> indexes();

    /** The attribute that holds, in seconds since 1970, when an item may be deleted; deleting can take days. */
    public abstract Optional<String> timeToLive();

    /** A stream that gets every change of an item. */
    public abstract Optional<EncryptedStream> changes();

    /**
     * Why CloudWatch may keep the most frequent keys of items: under a key of AWS, since Contributor Insights takes no other.
     */
    public abstract Optional<ExceptionRecord> contributorInsights();

    /** The key. */
    public abstract CustomerManagedKey key();

    /** Its name. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** Its ARN. */
    public final GetAtt<String> arn() {
        return GetAtt.of(logicalId(), "Arn");
    }

    @Check
    void check() {
        List<String> names = new ArrayList<>();
        for (TableIndex index : indexes()) {
            if (names.contains(index.name())) {
                throw new IllegalStateException("indexes: two of " + logicalId() + " are called " + index.name());
            }
            names.add(index.name());
        }
        TableKey.attributes(this);
    }

    /** The access to read one item at a time. */
    public final Access read() {
        return access("Read").addActions("dynamodb:GetItem").build();
    }

    /** The access to read the items of one partition key. */
    public final Access query() {
        return access("Query").addActions("dynamodb:Query").build();
    }

    /**
     * The access to read items by an index.
     *
     * @throws IllegalArgumentException if the table has no such index
     */
    public final Access queryIndex(String indexName) {
        if (indexes().stream().noneMatch(index -> index.name().equals(indexName))) {
            throw new IllegalArgumentException("indexName: " + logicalId() + " has no index " + indexName);
        }
        return Access.builder(AwsService.DYNAMODB, "Query" + logicalId() + BucketObjects.idPart(indexName))
                .target(logicalId())
                .addActions("dynamodb:Query")
                .addResources(Sub.concat(arn(), Value.of("/index/" + indexName)))
                .addResourceTypes("index")
                .key(key().logicalId())
                .addKeyActions("kms:Decrypt")
                .build();
    }

    /** The access to write whole items, one at a time, with conditions. */
    public final Access put() {
        return access("Put").addActions("dynamodb:PutItem").build();
    }

    /** The access to create and change one item at a time, with conditions. */
    public final Access update() {
        return access("Update").addActions("dynamodb:UpdateItem").build();
    }

    /** The access to delete one item at a time. */
    public final Access delete() {
        return access("Delete").addActions("dynamodb:DeleteItem").build();
    }

    /** The access to read and write one item at a time, not to delete any. */
    public final Access readWrite() {
        return access("ReadWrite")
                .addActions("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                .build();
    }

    private Access.Builder access(String verb) {
        return Access.builder(AwsService.DYNAMODB, verb + logicalId())
                .target(logicalId())
                .addResources(arn())
                .addResourceTypes("table")
                .key(key().logicalId())
                .addKeyActions("kms:Decrypt");
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.DYNAMODB)
                .createsGrants(true)
                .build());
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(
                ConfigCheck.builder(
                                "DynamoDBEncryptionRule",
                                "dynamodb-table-encrypted-kms",
                                "DYNAMODB_TABLE_ENCRYPTED_KMS")
                        .description("The table is encrypted with the key of this stack")
                        .putParameters("kmsKeyArns", key().arn())
                        .addResourceTypes(Table.TYPE)
                        .resource(ref())
                        .build(),
                ConfigCheck.builder("DynamoDBRecoveryRule", "dynamodb-pitr-enabled", "DYNAMODB_PITR_ENABLED")
                        .description("Tables have point-in-time recovery")
                        .build());
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(Table.TYPE);
    }

    @Override
    public List<AlarmSpec> alarms(Wiring wiring) {
        return UsualAlarms.of(this, wiring);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        Table.Builder table = Table.builder(logicalId().name(), source())
                .tableName(conventions.name(name()))
                .billingMode(Table.BILLING_MODE_PAY_PER_REQUEST)
                .deletionProtectionEnabled(conventions.protectedFromDeletion())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .sseSpecification(SSESpecification.builder()
                        .sseEnabled(true)
                        .sseType(SSESpecification.SSE_TYPE_KMS)
                        .kmsMasterKeyId(key().arn())
                        .build())
                .attributeDefinitions(TableKey.attributes(this))
                .keySchema(TableKey.of(partitionKey(), sortKey()))
                .tags(Tag.of("Name", conventions.name(name())));
        addOptions(table);
        return Fragment.builder().heading("Table").addResources(table.build()).build();
    }

    private void addOptions(Table.Builder table) {
        if (!indexes().isEmpty()) {
            table.globalSecondaryIndexes(
                    Value.list(indexes().stream().map(TableIndex::property).toList()));
        }
        timeToLive()
                .ifPresent(attribute -> table.timeToLiveSpecification(TimeToLiveSpecification.builder()
                        .attributeName(attribute)
                        .enabled(true)
                        .build()));
        changes()
                .ifPresent(stream -> table.kinesisStreamSpecification(KinesisStreamSpecification.builder()
                        .streamArn(stream.arn())
                        .approximateCreationDateTimePrecision("MICROSECOND")
                        .build()));
        contributorInsights()
                .ifPresent(record -> table.contributorInsightsSpecification(ContributorInsightsSpecification.builder()
                                .enabled(true)
                                .build())
                        .options(options -> options.metadata(ExceptionRecord.metadata(record))));
    }

    /** Collects the options of a table. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedTable.Builder {

        Builder() {}

        /** The attribute, a text, by which items are found. */
        public Builder partitionKey(String name) {
            return partitionKey(TableAttribute.string(name));
        }
    }
}
