package io.tapstack.reference.bench;

import io.tapstack.model.aws.dynamodb.Table;
import io.tapstack.model.aws.dynamodb.table.AttributeDefinition;
import io.tapstack.model.aws.dynamodb.table.KeySchema;
import io.tapstack.model.aws.dynamodb.table.PointInTimeRecoverySpecification;
import io.tapstack.model.aws.dynamodb.table.SSESpecification;
import io.tapstack.model.aws.dynamodb.table.StreamSpecification;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Tag;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Sub;

/** A template of many tables. */
final class Tables {

    private Tables() {}

    static Template template(int count) {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .description("Suffix of all names")
                .minLength(1)
                .maxLength(20)
                .allowedPattern("[a-z0-9-]+")
                .build();
        Template.Builder template =
                Template.builder().description("Many tables").addParameters(suffix);
        for (int i = 0; i < count; i++) {
            template.addResources(table(i));
        }
        return template.build();
    }

    private static Table table(int number) {
        return Table.builder("Table" + number)
                .tableName(Sub.of("payments-" + number + "-${EnvironmentSuffix}"))
                .billingMode(Table.BILLING_MODE_PAY_PER_REQUEST)
                .attributeDefinitions(attribute("accountId"), attribute("paymentId"))
                .keySchema(key("accountId", "HASH"), key("paymentId", "RANGE"))
                .sseSpecification(SSESpecification.builder()
                        .sseEnabled(true)
                        .sseType(SSESpecification.SSE_TYPE_KMS)
                        .build())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .streamSpecification(StreamSpecification.builder()
                        .streamViewType("NEW_AND_OLD_IMAGES")
                        .build())
                .deletionProtectionEnabled(true)
                .tags(Tag.of("Project", "payments"), Tag.of("Number", "table-" + number))
                .options(options ->
                        options.deletionPolicy(DeletionPolicy.RETAIN).updateReplacePolicy(DeletionPolicy.RETAIN))
                .build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType("S")
                .build();
    }

    private static KeySchema key(String name, String type) {
        return KeySchema.builder().attributeName(name).keyType(type).build();
    }
}
