package io.tapstack.patterns.proof;

import static io.tapstack.patterns.proof.Updates.STAGE;
import static io.tapstack.patterns.proof.Updates.only;
import static io.tapstack.patterns.proof.Updates.template;
import static io.tapstack.patterns.proof.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.tapstack.model.template.Template;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackUpdateTest {

    @Test
    void anotherKeyReplacesATableAndLosesItsData() {
        ResourceUpdate table = only("""
                Resources:
                  Orders:
                    Type: AWS::DynamoDB::Table
                    Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}
                """, """
                Resources:
                  Orders:
                    Type: AWS::DynamoDB::Table
                    Properties: {KeySchema: [{AttributeName: order, KeyType: HASH}]}
                """);
        assertThat(table).hasToString("AWS::DynamoDB::Table Orders: REPLACED");
        assertThat(table.effects()).hasToString("[REPLACED Properties/KeySchema/0/AttributeName]");
        assertThat(table.dataLoss()).isEqualTo(DataLoss.CERTAIN);
        assertThat(table.dataLossReason()).isEqualTo("UpdateReplacePolicy is not set");
        assertThat(table.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, CERTAIN, UpdateReplacePolicy is not set",
                "Delete, Delete, CERTAIN, UpdateReplacePolicy is Delete",
                "Retain, Retain, NONE, UpdateReplacePolicy is Retain",
                "Snapshot, Snapshot, NONE, 'UpdateReplacePolicy is Snapshot, which keeps its data alone'",
                "Delete, Retain, POSSIBLE, 'UpdateReplacePolicy is Delete before; to be sure, set the policy in an update of its"
                        + " own'",
                "Retain, -, POSSIBLE, 'UpdateReplacePolicy is not set now, although it kept the old one before'",
            })
    void policiesOfBothTemplatesDecideOnWhatIsReplaced(String before, String after, DataLoss loss, String reason) {
        ResourceUpdate database = only(database(before, "a"), database(after, "b"));
        assertThat(database.fate()).isEqualTo(Fate.REPLACED);
        assertThat(database.dataLoss()).isEqualTo(loss);
        assertThat(database.dataLossReason()).isEqualTo(reason);
    }

    private static String database(String policy, String name) {
        return "Resources: {Disk: {Type: AWS::RDS::DBInstance, Properties: {DBInstanceIdentifier: " + name + "}"
                + (policy == null ? "" : ", UpdateReplacePolicy: " + policy) + "}}";
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::SQS::Queue, '', CERTAIN, DeletionPolicy is not set",
        "AWS::SQS::Queue, 'DeletionPolicy: Retain', NONE, DeletionPolicy is Retain",
        "AWS::SQS::Queue, 'DeletionPolicy: !If [C, Retain, Delete]', POSSIBLE, DeletionPolicy is made by a function",
        "AWS::SNS::Topic, '', NONE, ''",
        "AWS::RDS::DBInstance, '', NONE, 'DeletionPolicy is Snapshot, which keeps its data alone'",
        "AWS::RDS::DBInstance, 'DeletionPolicy: Delete', CERTAIN, DeletionPolicy is Delete",
        "AWS::RDS::DBInstance, 'DeletionPolicy: Delete, Properties: {DBClusterIdentifier: c}', NONE, its data is that of its"
                + " cluster",
        "AWS::DynamoDB::Table, 'Properties: {DeletionProtectionEnabled: true}', NONE, 'DeletionProtectionEnabled is true, so it"
                + " cannot be deleted'",
        "AWS::DynamoDB::Table, 'Properties: {DeletionProtectionEnabled: !If [C, true, false]}', POSSIBLE, 'DeletionPolicy is not"
                + " set, and it is not known whether it is protected'",
        "AWS::ECR::Repository, 'Properties: {EmptyOnDelete: !Ref Stage}', POSSIBLE, 'DeletionPolicy is not set, and it is not"
                + " known whether it is protected'",
        "AWS::RDS::DBInstance, 'DeletionPolicy: Delete, Properties: {DBClusterIdentifier: !If [C, c, !Ref AWS::NoValue]}',"
                + " CERTAIN, DeletionPolicy is Delete",
        "AWS::RDS::DBInstance, 'Properties: !If [C, {DBClusterIdentifier: c}, {}]', POSSIBLE, 'DeletionPolicy is not set, and it"
                + " is not known whether it is protected'",
        "AWS::CloudFormation::CustomResource, '', POSSIBLE, 'DeletionPolicy is not set, and it is not known whether it holds"
                + " data'",
        "AWS::CloudFormation::Stack, '', POSSIBLE, 'DeletionPolicy is not set, and it is not known whether it holds data'",
        "AWS::EC2::Instance, '', POSSIBLE, 'DeletionPolicy is not set, and it is not known whether it holds data'",
        "AWS::S3::Bucket, '', NONE, it cannot be deleted while there is something in it",
        "AWS::ECR::Repository, 'Properties: {EmptyOnDelete: true}', CERTAIN, DeletionPolicy is not set",
        "Acme::Data::Store, '', POSSIBLE, 'DeletionPolicy is not set, and it is not known whether it holds data'",
        "AWS::ECR::Repository, 'Properties: {RepositoryName: a, Fn::Transform: {Name: AWS::Include}}', POSSIBLE, 'DeletionPolicy is"
                + " not set, and it is not known whether it is protected'",
        "AWS::QLDB::Ledger, '', POSSIBLE, 'DeletionPolicy is not set, and it is not known whether it is protected'",
        "AWS::QLDB::Ledger, 'Properties: {DeletionProtection: false}', CERTAIN, DeletionPolicy is not set",
        "AWS::Logs::LogGroup, 'Properties: {DeletionProtectionEnabled: true}', NONE, 'DeletionProtectionEnabled is true, so it"
                + " cannot be deleted'",
        "AWS::ECR::Repository, 'Condition: C, Properties: {EmptyOnDelete: true}', POSSIBLE, DeletionPolicy is not set",
    })
    void theOldTemplateDecidesOnWhatIsRemoved(String type, String options, DataLoss loss, String reason) {
        String rest = STAGE + "Conditions: {C: !Equals [!Ref Stage, prod]}\nResources: {T: {Type: AWS::SNS::Topic}";
        String before = rest + ", Old: {Type: " + type + (options.isEmpty() ? "" : ", " + options) + "}}";
        ResourceUpdate old = only(before, rest + "}");
        assertThat(old.fate()).isEqualTo(Fate.REMOVED);
        assertThat(old.after()).isEmpty();
        assertThat(old.certain()).isEqualTo(!options.contains("Condition"));
        assertThat(old.dataLoss()).isEqualTo(loss);
        assertThat(old.dataLossReason()).isEqualTo(reason);
    }

    @Test
    void whatRefersToAReplacedResourceChangesInTurn() {
        String template = """
                Resources:
                  Network: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/%s}}
                  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Network, CidrBlock: 10.0.0.0/24}}
                  Cluster:
                    Type: AWS::DAX::SubnetGroup
                    Properties: {SubnetIds: [!Ref Subnet]}
                  Events: {Type: AWS::Kinesis::Stream, Properties: {Name: !GetAtt Subnet.AvailabilityZone}}
                  Alone: {Type: AWS::SNS::Topic}
                """;
        StackUpdate update = update(template.formatted("16"), template.formatted("17"));
        assertThat(update.resources())
                .hasToString("[AWS::EC2::VPC Network: REPLACED, AWS::EC2::Subnet Subnet: REPLACED,"
                        + " AWS::DAX::SubnetGroup Cluster: UPDATED, AWS::Kinesis::Stream Events: REPLACED?]");
        assertThat(update.resources().get(1).effects())
                .hasToString("[REPLACED Properties/VpcId (it refers to Network, which changes)]");
        assertThat(update.dataLoss()).isEqualTo(DataLoss.POSSIBLE);
    }

    @Test
    void theOrderOfResourcesIsNoMatterForWhatTheyDoToEachOther() {
        String template = """
                Resources:
                  Group: {Type: AWS::DAX::SubnetGroup, Properties: {SubnetIds: [!Ref Subnet]}}
                  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Network, CidrBlock: 10.0.0.0/24}}
                  Network: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/%s}}
                """;
        assertThat(update(template.formatted("16"), template.formatted("17")).resources())
                .hasToString("[AWS::DAX::SubnetGroup Group: UPDATED, AWS::EC2::Subnet Subnet: REPLACED,"
                        + " AWS::EC2::VPC Network: REPLACED]");
    }

    @Test
    void aConditionTellsWhenSomethingHappens() {
        String queue = "  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: %s}}\n";
        String head = STAGE + "Conditions: {Prod: !Equals [!Ref Stage, prod]}\nResources:\n";
        ResourceUpdate update = only(
                head + queue.formatted("orders"), head + queue.formatted("!If [Prod, orders, !Sub 'orders-${Stage}']"));
        assertThat(update).hasToString("AWS::SQS::Queue Q: REPLACED?");
        assertThat(update.effects().get(0).reason()).isEqualTo("when Stage is 'dev', if they turn out to differ");
        assertThat(update.dataLoss()).isEqualTo(DataLoss.POSSIBLE);
    }

    @Test
    void widerConditionsRemoveNothingAndNarrowerOnesSayWhen() {
        String old = STAGE + "Conditions: {Kept: !Equals [!Ref Stage, prod]}\n"
                + "Resources: {Q: {Type: AWS::SQS::Queue, Condition: Kept}}";
        String wide = STAGE + "Conditions: {Kept: !Or [!Equals [!Ref Stage, prod], !Equals [!Ref Stage, test]]}\n"
                + "Resources: {Q: {Type: AWS::SQS::Queue, Condition: Kept}}";
        ResourceUpdate widened = only(old, wide);
        assertThat(widened.effects()).hasToString("[ADDED? Condition (it was not there before when Stage is 'test')]");
        assertThat(widened.dataLoss()).isEqualTo(DataLoss.NONE);
        ResourceUpdate narrowed = only(wide, old);
        assertThat(narrowed.effects()).hasToString("[REMOVED? Condition (it is no longer there when Stage is 'test')]");
        assertThat(narrowed.dataLoss()).isEqualTo(DataLoss.POSSIBLE);
    }

    @Test
    void aConditionThatSaysTheSameInOtherWordsChangesNothing() {
        String template = STAGE + "Conditions: {C: %s}\n"
                + "Resources: {Q: {Type: AWS::SQS::Queue, Condition: C, Properties: {QueueName: !If [C, a, b]}}}";
        StackUpdate update = update(
                template.formatted("!Equals [!Ref Stage, prod]"),
                template.formatted("!Not [!Or [!Equals [!Ref Stage, dev], !Equals [!Ref Stage, test]]]"));
        assertThat(update.resources()).isEmpty();
        assertThat(update.declarations()).hasToString("[Conditions/C: UPDATED]");
    }

    @Test
    void anotherDefaultChangesNoResource() {
        String template = "Parameters: {Name: {Type: String, Default: %s}}\n"
                + "Resources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Name}}}";
        StackUpdate update = update(template.formatted("a"), template.formatted("b"));
        assertThat(update.resources()).isEmpty();
        assertThat(update.declarations().get(0).note())
                .isEqualTo("an update that keeps the values of parameters does not take the new default");
        String other = "Parameters: {Name: {Type: 'AWS::SSM::Parameter::Value<String>', Default: a}}\n"
                + "Resources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Name}}}";
        assertThat(only(template.formatted("a"), other).effects())
                .hasToString("[REPLACED? Properties/QueueName (the parameter Name has another type)]");
    }

    @ParameterizedTest
    @CsvSource({
        "'true', true",
        "'!Join [\"-\", [a, !Ref Stage]]', '!Sub \"a-${Stage}\"'",
        "'!FindInMap [M, a, v]', x",
        "'!If [C, x, x]', x",
    })
    void theSameInOtherWordsIsNoDifference(String before, String after) {
        String template = STAGE + "Mappings: {M: {a: {v: x}}}\nConditions: {C: !Equals [!Ref Stage, prod]}\n"
                + "Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: %s}}}";
        assertThat(update(template.formatted(before), template.formatted(after)).isSame())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'!Sub \"a-${Stage}\"', '!Sub \"b-${Stage}\"', true",
        "'!Sub \"a-${Stage}\"', '!Sub \"${Stage}-a\"', false",
        "'!Ref Stage', prod, false",
        "'!Ref A', '!Ref B', true",
        "'!GetAZs \"\"', '!GetAZs eu-west-1', false",
        "x, '!Ref AWS::NoValue', true",
    })
    void whatSurelyDiffersIsToldFromWhatMayDiffer(String before, String after, boolean certain) {
        String template = STAGE + "Resources: {A: {Type: AWS::SNS::Topic}, B: {Type: AWS::SNS::Topic}, "
                + "T: {Type: AWS::SNS::Topic, Properties: {DisplayName: %s}}}";
        ResourceUpdate topic = only(template.formatted(before), template.formatted(after));
        assertThat(topic.fate()).isEqualTo(Fate.UPDATED);
        assertThat(topic.certain()).isEqualTo(certain);
    }

    @Test
    void tagsHaveNoOrder() {
        String template = "Resources: {T: {Type: AWS::SNS::Topic, Properties: {Tags: [%s]}}}";
        assertThat(update(
                                template.formatted("{Key: a, Value: 1}, {Key: b, Value: 2}"),
                                template.formatted("{Key: b, Value: 2}, {Key: a, Value: 1}"))
                        .isSame())
                .isTrue();
        assertThat(only(
                                template.formatted("{Key: a, Value: 1}, {Key: b, Value: 2}"),
                                template.formatted("{Key: b, Value: 3}, {Key: a, Value: 1}"))
                        .effects())
                .hasToString("[UPDATED Properties/Tags/b/Value]");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::Logs::LogGroup, 'RetentionInDays: 30', 'RetentionInDays: 7', CERTAIN",
        "AWS::Logs::LogGroup, '', 'RetentionInDays: 7', CERTAIN",
        "AWS::Logs::LogGroup, 'RetentionInDays: 7', '', NONE",
        "AWS::Logs::LogGroup, 'RetentionInDays: 7', 'RetentionInDays: 30', NONE",
        "AWS::Logs::LogGroup, 'RetentionInDays: 7', 'RetentionInDays: !Ref Days', POSSIBLE",
        "AWS::Kinesis::Stream, 'RetentionPeriodHours: 48', '', CERTAIN",
        "AWS::S3::Bucket, '', 'LifecycleConfiguration: {Rules: [{Status: Enabled, ExpirationInDays: 1}]}', POSSIBLE",
        "AWS::S3::Bucket, 'LifecycleConfiguration: {Rules: [{Status: Enabled, ExpirationInDays: 1}]}', '', NONE",
        "AWS::CloudFormation::Stack, 'TemplateURL: a', 'TemplateURL: b', POSSIBLE",
        "AWS::KinesisVideo::Stream, 'DataRetentionInHours: 8760', '', POSSIBLE",
        "AWS::DynamoDB::GlobalTable, '', 'TimeToLiveSpecification: {Enabled: true, AttributeName: a}', POSSIBLE",
    })
    void dataCanBeLostInPlace(String type, String before, String after, DataLoss loss) {
        String template = "Parameters: {Days: {Type: Number}}\nResources: {R: {Type: " + type + ", Properties: {%s}}}";
        ResourceUpdate update = only(template.formatted(before), template.formatted(after));
        assertThat(update.fate()).isEqualTo(Fate.UPDATED);
        assertThat(update.dataLoss()).isEqualTo(loss);
    }

    @Test
    void typesDoNotChange() {
        ResourceUpdate update =
                only("Resources: {R: {Type: AWS::SQS::Queue}}", "Resources: {R: {Type: AWS::SNS::Topic}}");
        assertThat(update).hasToString("AWS::SNS::Topic R: REFUSED");
        assertThat(update.dataLoss()).isEqualTo(DataLoss.NONE);
    }

    @Test
    void aNameThatStaysIsInTheWay() {
        String template = "Resources: {T: {Type: AWS::DynamoDB::Table, UpdateReplacePolicy: Retain,"
                + " Properties: {TableName: t, KeySchema: [{AttributeName: %s, KeyType: HASH}]}}}";
        assertThat(only(template.formatted("a"), template.formatted("b")).notes())
                .containsExactly(
                        "CloudFormation cannot replace it while TableName stays the same: the new one would have the"
                                + " name of the old one");
    }

    @Test
    void whatStandsBesideThePropertiesTouchesNothing() {
        ResourceUpdate update = only(
                "Resources: {R: {Type: AWS::SQS::Queue}}",
                "Resources: {R: {Type: AWS::SQS::Queue, DeletionPolicy: Retain, Metadata: {a: b}}}");
        assertThat(update.effects()).hasToString("[UNTOUCHED DeletionPolicy, UNTOUCHED Metadata (it is another one)]");
        assertThat(update.dataLoss()).isEqualTo(DataLoss.NONE);
    }

    @Test
    void passwordsAreSecret() {
        String template = "Resources: {R: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: %s}}}";
        assertThat(only(template.formatted("a"), template.formatted("b")).effects())
                .allMatch(Effect::secret);
    }

    @Test
    void whatOtherStacksImportCannotChange() {
        String template =
                "Resources: {Q: {Type: AWS::SQS::Queue, UpdateReplacePolicy: Retain, Properties: {QueueName: %s}}}\n"
                        + "Outputs: {O: {Value: !Ref Q, Export: {Name: %s}}}";
        assertThat(notes(template.formatted("a", "x"), template.formatted("a", "y")))
                .containsExactly("CloudFormation refuses this while another stack imports it");
        assertThat(notes(template.formatted("a", "!Join ['-', [x, !Ref P]]"), template.formatted("a", "!Sub 'x-${P}'")))
                .containsExactly("");
        assertThat(notes(template.formatted("a", "x"), template.formatted("b", "x")))
                .containsExactly(
                        "it may change, since Q may change; CloudFormation refuses that while another stack imports it");
    }

    private static List<String> notes(String before, String after) {
        return update(before, after).declarations().stream()
                .map(DeclarationUpdate::note)
                .toList();
    }

    @Test
    void whatIsNotFollowedMayLoseData() {
        String loop = "Transform: AWS::LanguageExtensions\nResources:\n  T: {Type: AWS::SNS::Topic}\n"
                + "  Fn::ForEach::All: [N, %s, {'Q${N}': {Type: AWS::SQS::Queue}}]\n";
        StackUpdate update = update(loop.formatted("[a, b]"), loop.formatted("[a]"));
        assertThat(update.declarations()).hasToString("[Resources/Fn::ForEach::All: UPDATED]");
        assertThat(update.dataLoss()).isEqualTo(DataLoss.POSSIBLE);
        assertThat(update("Resources: {T: {Type: AWS::SNS::Topic}}", loop.formatted("[a]"))
                        .declarations())
                .hasToString("[Transform: UPDATED, Resources/Fn::ForEach::All: ADDED]");
    }

    @Test
    void propertiesMayBeChosenAsAWhole() {
        String head =
                STAGE + "Conditions: {C: !Equals [!Ref Stage, prod]}\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n";
        ResourceUpdate update = only(
                head + "    Properties: {QueueName: a}\n",
                head + "    Properties: !If [C, {QueueName: a}, {QueueName: b}]\n");
        assertThat(update.effects()).hasToString("[REPLACED? Properties/QueueName (when Stage is 'dev')]");
    }

    @Test
    void anotherTypeIsRefusedOnlyWhereBothAreThere() {
        String head = STAGE + "Conditions: {C: !Equals [!Ref Stage, prod]}\nResources: {R: {Type: ";
        ResourceUpdate update = only(head + "AWS::SQS::Queue}}", head + "AWS::SNS::Topic, Condition: C}}");
        assertThat(update.effects()).extracting(Effect::fate).containsExactly(Fate.REMOVED, Fate.REFUSED);
        assertThat(update.certain()).isFalse();
        assertThat(update.dataLoss()).isEqualTo(DataLoss.POSSIBLE);
        ResourceUpdate serverless = only(head + "AWS::Serverless::SimpleTable}}", head + "AWS::DynamoDB::Table}}");
        assertThat(serverless).hasToString("AWS::DynamoDB::Table R: REPLACED?");
        ResourceUpdate kept = only(
                head + "AWS::Serverless::SimpleTable, UpdateReplacePolicy: Retain}}",
                head + "AWS::DynamoDB::Table, UpdateReplacePolicy: Retain, Condition: C}}");
        assertThat(kept.fate()).isEqualTo(Fate.REMOVED);
        assertThat(kept.dataLoss()).isEqualTo(DataLoss.POSSIBLE);
    }

    @Test
    void theCertainLossIsToldBeforeThePossibleOne() {
        String stream =
                "Parameters: {P: {Type: String}}\nResources: {S: {Type: AWS::Kinesis::Stream, Properties: {%s}}}";
        ResourceUpdate update = only(
                stream.formatted("ResourcePolicyRetention: a, RetentionPeriodHours: 48"),
                stream.formatted("ResourcePolicyRetention: !Ref P, RetentionPeriodHours: 24"));
        assertThat(update.dataLossReason()).isEqualTo("RetentionPeriodHours is shorter");
    }

    @Test
    void macrosMayReadEverySection() {
        StackUpdate update = update(
                "Mappings: {'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: a}}}\n"
                        + "Resources: {Q: {Type: AWS::SQS::Queue}}",
                "Mappings: {'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: b}}}\n"
                        + "Resources: {Q: {Type: AWS::SQS::Queue}}");
        assertThat(update.declarations()).hasToString("[Mappings: UPDATED]");
        assertThat(update.dataLoss()).isEqualTo(DataLoss.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "'Q.QueueName', false",
        "'Q.Arn', true",
    })
    void attributesThatMayStayAreNoCertainty(String attribute, boolean certain) {
        String template =
                "Resources: {Q: {Type: AWS::SQS::Queue, UpdateReplacePolicy: Retain, Properties: {FifoQueue: %s}},"
                        + " T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt " + attribute + "}}}";
        StackUpdate update = update(template.formatted("true"), template.formatted("false"));
        assertThat(update.resources().get(1)).hasToString("AWS::SNS::Topic T: UPDATED" + (certain ? "" : "?"));
    }

    @ParameterizedTest
    @CsvSource({"AWS::LanguageExtensions, NONE", "Acme, POSSIBLE"})
    void aMacroMayMakeSomethingElseOfAllResources(String macro, DataLoss loss) {
        String topic = "Resources: {T: {Type: AWS::SNS::Topic}}";
        StackUpdate update = update(topic, "Transform: " + macro + "\n" + topic);
        assertThat(update.declarations()).hasToString("[Transform: UPDATED]");
        assertThat(update.dataLoss()).isEqualTo(loss);
    }

    @Test
    void whereAMacroMakesResourcesNothingIsSurelyRemoved() {
        String template = "Transform: Acme\nResources: {T: {Type: AWS::SNS::Topic}%s}";
        ResourceUpdate removed = only(template.formatted(", Q: {Type: AWS::SQS::Queue}"), template.formatted(""));
        assertThat(removed).hasToString("AWS::SQS::Queue Q: REMOVED?");
        assertThat(removed.dataLoss()).isEqualTo(DataLoss.POSSIBLE);
    }

    @Test
    void anExportOfAResourceOfAnotherTypeMayChange() {
        String template = "Resources: {T: {Type: %s}}\nOutputs: {O: {Value: !Ref T, Export: {Name: x}}}";
        assertThat(notes(
                        template.formatted("AWS::Serverless::SimpleTable"), template.formatted("AWS::DynamoDB::Table")))
                .containsExactly(
                        "it may change, since T may change; CloudFormation refuses that while another stack imports it");
    }

    @Test
    void dependenciesHaveNoOrder() {
        String template =
                "Resources: {A: {Type: AWS::SNS::Topic}, B: {Type: AWS::SNS::Topic}, C: {Type: AWS::SNS::Topic,"
                        + " DependsOn: [%s]}}";
        assertThat(update(template.formatted("A, B"), template.formatted("B, A"))
                        .isSame())
                .isTrue();
    }

    @Test
    void secretsWithinWhatIsAddedAreSecret() {
        String user = "Resources: {U: {Type: AWS::IAM::User, Properties: {UserName: u%s}}}";
        assertThat(only(user.formatted(""), user.formatted(", LoginProfile: {Password: hunter2}"))
                        .effects())
                .allMatch(Effect::secret);
        String unknown = "Resources: {U: {Type: Acme::A::B, Properties: {A: %s}}}";
        assertThat(only(unknown.formatted("1"), unknown.formatted("[{authToken: x}]"))
                        .effects())
                .allMatch(Effect::secret);
        assertThat(only(unknown.formatted("1"), unknown.formatted("[{SecretArn: x}]"))
                        .effects())
                .noneMatch(Effect::secret);
        assertThat(only(unknown.formatted("[]"), unknown.formatted("[!If [C, {authToken: x}, !Ref AWS::NoValue]]"))
                        .effects())
                .allMatch(Effect::secret);
        String macro = "Transform: Count\nResources: {U: {Type: AWS::SNS::Topic, Count: {Password: %s}}}";
        assertThat(only(macro.formatted("a"), macro.formatted("b")).effects()).allMatch(Effect::secret);
    }

    @Test
    void longChainsOfConditionsEnd() {
        StringBuilder conditions = new StringBuilder(STAGE).append("Conditions:\n");
        for (int i = 0; i < 2_000; i++) {
            conditions
                    .append("  C")
                    .append(i)
                    .append(": !Condition C")
                    .append(i + 1)
                    .append('\n');
        }
        String rest = "  C2000: !Equals [!Ref Stage, %s]\nResources: {Q: {Type: AWS::SQS::Queue, Condition: C0}}\n";
        ResourceUpdate update = only(conditions + rest.formatted("prod"), conditions + rest.formatted("dev"));
        assertThat(update.fate()).isEqualTo(Fate.REMOVED);
    }

    @Test
    void hugeTextsAndNumbersEnd() {
        String topic = "Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Join ['%s', [%s]]}}}";
        String delimiter = "x".repeat(100_000);
        assertThat(only(topic.formatted(delimiter, "a" + ", a".repeat(20_000)), topic.formatted(delimiter, "b"))
                        .certain())
                .isFalse();
        String group = "Resources: {T: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: '%s'}}}";
        assertThat(only(group.formatted("9".repeat(1_000_000)), group.formatted("7"))
                        .dataLoss())
                .isEqualTo(DataLoss.POSSIBLE);
    }

    @Test
    void nestedChoicesEnd() {
        StringBuilder before = new StringBuilder("x");
        StringBuilder after = new StringBuilder("y");
        StringBuilder conditions = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            conditions
                    .append("  A")
                    .append(i)
                    .append(": !Equals [!Ref P")
                    .append(i)
                    .append(", a]\n");
            conditions
                    .append("  B")
                    .append(i)
                    .append(": !Equals [!Ref P")
                    .append(i)
                    .append(", b]\n");
            String old = before.toString();
            String now = after.toString();
            before.setLength(0);
            after.setLength(0);
            before.append("!If [A")
                    .append(i)
                    .append(", ")
                    .append(old)
                    .append(", '")
                    .append(i)
                    .append("']");
            after.append("!If [B")
                    .append(i)
                    .append(", ")
                    .append(now)
                    .append(", '")
                    .append(i)
                    .append("']");
        }
        StringBuilder head = new StringBuilder("Parameters:\n");
        for (int i = 0; i < 14; i++) {
            head.append("  P").append(i).append(": {Type: String}\n");
        }
        head.append("Conditions:\n").append(conditions);
        String rest = "Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: %s}}\n";
        ResourceUpdate update = only(head + rest.formatted(before), head + rest.formatted(after));
        assertThat(update.certain()).isFalse();
    }

    @Test
    void nothingIsNoTemplate() {
        Template template = template("Resources: {T: {Type: AWS::SNS::Topic}}");
        assertThatNullPointerException()
                .isThrownBy(() -> StackUpdate.between(null, template))
                .withMessage("before");
        assertThatNullPointerException()
                .isThrownBy(() -> StackUpdate.between(template, null))
                .withMessage("after");
    }
}
