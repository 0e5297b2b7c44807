package io.tapstack.patterns.preset;

import io.tapstack.model.aws.dynamodb.Table;
import io.tapstack.model.aws.dynamodb.table.AttributeDefinition;
import io.tapstack.model.aws.dynamodb.table.KeySchema;
import io.tapstack.model.aws.dynamodb.table.PointInTimeRecoverySpecification;
import io.tapstack.model.aws.dynamodb.table.SSESpecification;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.KeyUse;
import java.util.List;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Immutable;

/**
 * A DynamoDB table under a key of the customer, with point-in-time recovery, paid by request.
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

    /** The start of its name; the suffix of the stack follows. */
    public abstract String name();

    /** The attribute, a string, by which items are found. */
    public abstract String partitionKey();

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

    /** The access to read one item at a time. */
    public final Access read() {
        return access("Read").addActions("dynamodb:GetItem").build();
    }

    /** The access to create and change one item at a time, with conditions. */
    public final Access update() {
        return access("Update").addActions("dynamodb:UpdateItem").build();
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
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        Table table = Table.builder(logicalId().name(), source())
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
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName(partitionKey())
                        .attributeType(AttributeDefinition.ATTRIBUTE_TYPE_S)
                        .build())
                .keySchema(KeySchema.builder()
                        .attributeName(partitionKey())
                        .keyType(KeySchema.KEY_TYPE_HASH)
                        .build())
                .tags(Tag.of("Name", conventions.name(name())))
                .build();
        return Fragment.builder().heading("Table").addResources(table).build();
    }

    /** Collects the options of a table. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedTable.Builder {

        Builder() {}
    }
}
