package io.tapstack.model.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tapstack.model.aws.cloudformation.Stack;
import io.tapstack.model.aws.dynamodb.Table;
import io.tapstack.model.aws.dynamodb.table.AttributeDefinition;
import io.tapstack.model.aws.dynamodb.table.KeySchema;
import io.tapstack.model.aws.dynamodb.table.ProvisionedThroughput;
import io.tapstack.model.aws.dynamodb.table.SSESpecification;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.aws.lambda.Function;
import io.tapstack.model.aws.lambda.function.Environment;
import io.tapstack.model.aws.lambda.function.VpcConfig;
import io.tapstack.model.aws.rds.DBInstance;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MissingPropertyException;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real resource types, used as a stack uses them. */
class TypedResourceTest {

    private static final LogicalId IS_PROD = LogicalId.of("IsProd");
    private static final LogicalId CAPACITY = LogicalId.of("Capacity");
    private static final Ref<String> STAGE = Ref.to(LogicalId.of("Stage"));

    @Test
    void literalsBecomeProperties() {
        Table table = keyed("Orders")
                .tableName("orders")
                .billingMode(Table.BILLING_MODE_PAY_PER_REQUEST)
                .build();

        assertThat(table.logicalId()).hasToString("Orders");
        assertThat(table.resourceType()).isEqualTo("AWS::DynamoDB::Table").isEqualTo(Table.TYPE);
        assertThat(table.properties().toString())
                .isEqualTo("{KeySchema: [KeySchema{AttributeName: \"id\", KeyType: \"HASH\"}],"
                        + " TableName: \"orders\", BillingMode: \"PAY_PER_REQUEST\"}");
        assertThat(table.getTableName()).contains(Value.of("orders"));
        assertThat(table.getStreamSpecification()).isEmpty();
    }

    @Test
    void functionsStandWhereverValuesDo() {
        AttributeDefinition id = AttributeDefinition.builder()
                .attributeName("id")
                .attributeType("S")
                .build();
        AttributeDefinition sort = id.toBuilder().attributeName(STAGE).build();
        SSESpecification encrypted = SSESpecification.builder()
                .sseEnabled(true)
                .kmsMasterKeyId(STAGE)
                .build();

        Table table = keyed("Orders")
                .attributeDefinitions(id, If.orNoValue(IS_PROD, sort))
                .provisionedThroughput(ProvisionedThroughput.builder()
                        .readCapacityUnits(FindInMap.of(CAPACITY, STAGE, Value.of("Read")))
                        .writeCapacityUnits(5)
                        .build())
                .sseSpecification(If.of(IS_PROD, encrypted, PseudoParameter.noValue()))
                .tags(Tag.of("Stage", STAGE))
                .build();

        assertThat(table.properties().without("KeySchema").toString())
                .isEqualTo("{AttributeDefinitions: [AttributeDefinition{AttributeName: \"id\", AttributeType: \"S\"},"
                        + " {Fn::If: [\"IsProd\", AttributeDefinition{AttributeName: {Ref: \"Stage\"}, AttributeType: \"S\"},"
                        + " {Ref: \"AWS::NoValue\"}]}],"
                        + " ProvisionedThroughput: ProvisionedThroughput{"
                        + "ReadCapacityUnits: {Fn::FindInMap: [\"Capacity\", {Ref: \"Stage\"}, \"Read\"]}, WriteCapacityUnits: 5},"
                        + " SSESpecification: {Fn::If: [\"IsProd\","
                        + " SSESpecification{SSEEnabled: true, KMSMasterKeyId: {Ref: \"Stage\"}}, {Ref: \"AWS::NoValue\"}]},"
                        + " Tags: [Tag{Key: \"Stage\", Value: {Ref: \"Stage\"}}]}");
    }

    @Test
    void missingPropertyIsNamedWithTypeAndPage() {
        assertThatThrownBy(() -> Table.builder("Orders").build())
                .isInstanceOf(MissingPropertyException.class)
                .hasMessage(
                        "AWS::DynamoDB::Table requires KeySchema, which was not set; see"
                                + " https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html")
                .asInstanceOf(type(MissingPropertyException.class))
                .extracting(MissingPropertyException::typeName, MissingPropertyException::propertyName)
                .containsExactly(Table.TYPE, "KeySchema");
        assertThatThrownBy(() -> KeySchema.builder().attributeName("id").build())
                .isInstanceOf(MissingPropertyException.class)
                .hasMessage("AWS::DynamoDB::Table.KeySchema requires KeyType, which was not set; see"
                        + " https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
                        + "aws-properties-dynamodb-table-keyschema.html");
    }

    @Test
    void nullIsRefusedByName() {
        assertThatThrownBy(() -> Table.builder("Orders").tableName((String) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("TableName");
        assertThatThrownBy(() -> Table.builder("Orders").sseSpecification(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("SSESpecification");
    }

    @Test
    void attributesAreMethods() {
        LogicalId orders = LogicalId.of("Orders");
        Table table = keyed("Orders").build();
        DBInstance database = DBInstance.builder("Db").build();
        Stack nested =
                Stack.builder("Nested").templateURL("https://example.com/t").build();

        GetAtt<String> arn = table.arn();
        assertThat(arn).isEqualTo(GetAtt.of(orders, "Arn"));
        assertThat(database.endpointAddress()).isEqualTo(GetAtt.of(database.logicalId(), "Endpoint.Address"));
        assertThat(nested.outputs("Url")).isEqualTo(GetAtt.of(nested.logicalId(), "Outputs.Url"));
        assertThat(table.ref()).isEqualTo(Ref.to(orders));
    }

    @Test
    void listsTakeItemsOrOneListValue() {
        LogicalId groups = LogicalId.of("Groups");
        Ref<List<String>> all = Ref.to(groups);

        assertThat(VpcConfig.builder().securityGroupIds("sg-1", "sg-2").build().getSecurityGroupIds())
                .contains(Value.strings("sg-1", "sg-2"));
        assertThat(VpcConfig.builder().securityGroupIds(STAGE).build().getSecurityGroupIds())
                .contains(Value.list(STAGE));
        assertThat(VpcConfig.builder().securityGroupIds(all).build().getSecurityGroupIds())
                .contains(all);
    }

    @Test
    void mapsAndJsonTakePlainJava() {
        Environment environment = Environment.builder()
                .variables(Map.of("STAGE", STAGE, "A", Value.of("1")))
                .build();
        Role role = Role.builder("Role")
                .assumeRolePolicyDocument(Map.of("Statement", List.of(Map.of("Resource", STAGE))))
                .build();

        assertThat(environment).hasToString("Environment{Variables: {A: \"1\", STAGE: {Ref: \"Stage\"}}}");
        assertThat(role.properties())
                .hasToString("{AssumeRolePolicyDocument: {Statement: [{Resource: {Ref: \"Stage\"}}]}}");
    }

    @Test
    void toBuilderKeepsEverything() {
        Table table = keyed("Orders")
                .property("NotKnownYet", Value.of(1))
                .options(options -> options.deletionPolicy(DeletionPolicy.RETAIN))
                .build();

        Table same = table.toBuilder().build();
        Table other = table.toBuilder().tableName("other").build();

        assertThat(same).isEqualTo(table).hasSameHashCodeAs(table);
        assertThat(same.source()).isEqualTo(table.source());
        assertThat(other).isNotEqualTo(table);
        assertThat(other.properties().without("TableName")).isEqualTo(table.properties());
        assertThat(other.options()).isEqualTo(table.options());
        assertThat(table.getTableName()).isEmpty();
    }

    @Test
    void resourcesThatWereReadCanBeSeenTyped() {
        GenericResource read = GenericResource.builder("Orders", "AWS::DynamoDB::Table")
                .property("TableName", Value.of("orders"))
                .build();

        Table table = Table.from(read);

        assertThat(table.getTableName()).contains(Value.of("orders"));
        assertThat(table.source()).isEqualTo(read.source());
        assertThat(table).isEqualTo(read);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Function.from(read))
                .withMessage("other: Orders is a AWS::DynamoDB::Table, no AWS::Lambda::Function");
    }

    @Test
    void propertyObjectsAreValuesOfTheirMembers() {
        PropertyBag members = PropertyBag.of("SSEEnabled", Value.of(true));
        SSESpecification built = SSESpecification.builder().sseEnabled(true).build();

        assertThat(built.members()).isEqualTo(members);
        assertThat(SSESpecification.from(members)).isEqualTo(built).hasSameHashCodeAs(built);
        assertThat(built.toBuilder().build()).isEqualTo(built);
        assertThat(built.getSSEEnabled()).contains(Value.of(true));
    }

    private static Table.Builder keyed(String logicalId) {
        return Table.builder(logicalId)
                .keySchema(KeySchema.builder()
                        .attributeName("id")
                        .keyType(KeySchema.KEY_TYPE_HASH)
                        .build());
    }
}
