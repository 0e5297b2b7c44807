package io.tapstack.patterns.proof;

import static io.tapstack.patterns.proof.Updates.STAGE;
import static io.tapstack.patterns.proof.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes that do not stand where they do something: none of them may go unsaid. */
class HiddenChangesTest {

    /** Pairs of templates of which the change is not where one looks first. */
    static List<Arguments> hidden() {
        String queue = "  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: %s}}\n";
        String loop = "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Q: [N, [a], {'Q${N}': {Type:"
                + " AWS::SQS::Queue, Properties: {QueueName: !FindInMap [M, !Ref N, v]}}}]\n";
        return List.of(
                arguments(
                        "properties of serverless types have no update behaviour",
                        "Resources: {T: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: id, Type: String}}}}",
                        "Resources: {T: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: no, Type: String}}}}",
                        "[AWS::Serverless::SimpleTable T: REPLACED?]"),
                arguments(
                        "what is added holds a property that replaces",
                        "Resources: {K: {Type: AWS::MSK::Cluster, Properties: {ClusterName: k}}}",
                        "Resources: {K: {Type: AWS::MSK::Cluster, Properties: {ClusterName: k, EncryptionInfo:"
                                + " {EncryptionAtRest: {DataVolumeKMSKeyId: x}}}}}",
                        "[AWS::MSK::Cluster K: REPLACED?]"),
                arguments(
                        "properties may be left out as a whole",
                        STAGE + "Conditions: {C: !Equals [!Ref Stage, dev]}\nResources:\n" + queue.formatted("a"),
                        STAGE + "Conditions: {C: !Equals [!Ref Stage, dev]}\nResources:\n  Q: {Type: AWS::SQS::Queue,"
                                + " Properties: !If [C, {QueueName: a}, !Ref AWS::NoValue]}\n",
                        "[AWS::SQS::Queue Q: REPLACED?]"),
                arguments(
                        "a mapping that a loop looks into",
                        "Mappings: {M: {a: {v: x}}}\n" + loop,
                        "Mappings: {M: {a: {v: y}}}\n" + loop,
                        "[]"),
                arguments(
                        "a condition that a loop makes",
                        "Transform: AWS::LanguageExtensions\nConditions: {'Fn::ForEach::C': [N, [a], {'Is${N}': !Equals [a,"
                                + " a]}]}\nResources: {Q: {Type: AWS::SQS::Queue, Condition: Isa}}",
                        "Transform: AWS::LanguageExtensions\nConditions: {'Fn::ForEach::C': [N, [a], {'Is${N}': !Equals [a,"
                                + " b]}]}\nResources: {Q: {Type: AWS::SQS::Queue, Condition: Isa}}",
                        "[AWS::SQS::Queue Q: REMOVED?]"),
                arguments(
                        "a loop makes a condition that asks for a mapping",
                        STAGE + "Transform: AWS::LanguageExtensions\nMappings: {M: {a: {v: dev}}}\nConditions:"
                                + " {'Fn::ForEach::C': [N, [a], {'Is${N}': !Equals [!FindInMap [M, !Ref N, v], !Ref Stage]}]}\n"
                                + "Resources: {Q: {Type: AWS::SQS::Queue, Condition: Isa}}",
                        STAGE + "Transform: AWS::LanguageExtensions\nMappings: {M: {a: {v: prod}}}\nConditions:"
                                + " {'Fn::ForEach::C': [N, [a], {'Is${N}': !Equals [!FindInMap [M, !Ref N, v], !Ref Stage]}]}\n"
                                + "Resources: {Q: {Type: AWS::SQS::Queue, Condition: Isa}}",
                        "[AWS::SQS::Queue Q: REMOVED?]"),
                arguments(
                        "a loop makes resources on a condition",
                        STAGE
                                + "Transform: AWS::LanguageExtensions\nConditions: {C: !Equals [!Ref Stage, dev]}\nResources:"
                                + " {'Fn::ForEach::L': [N, [a], {'Q${N}': {Type: AWS::SQS::Queue, Condition: C}}]}",
                        STAGE
                                + "Transform: AWS::LanguageExtensions\nConditions: {C: !Equals [!Ref Stage, prod]}\nResources:"
                                + " {'Fn::ForEach::L': [N, [a], {'Q${N}': {Type: AWS::SQS::Queue, Condition: C}}]}",
                        "[]"),
                arguments(
                        "what is referred to may be of another type",
                        "Resources:\n  T: {Type: AWS::Serverless::SimpleTable}\n" + queue.formatted("!Ref T"),
                        "Resources:\n  T: {Type: AWS::DynamoDB::Table}\n" + queue.formatted("!Ref T"),
                        "[AWS::DynamoDB::Table T: REPLACED?, AWS::SQS::Queue Q: REPLACED?]"),
                arguments(
                        "a function names what is referred to",
                        "Resources:\n  K: {Type: AWS::KMS::Key, Properties: {Description: a}}\n"
                                + queue.formatted("{'Fn::GetAtt': [!Ref Which, Arn]}"),
                        "Resources:\n  K: {Type: AWS::KMS::Key, Properties: {Description: b}}\n"
                                + queue.formatted("{'Fn::GetAtt': [!Ref Which, Arn]}"),
                        "[AWS::KMS::Key K: UPDATED, AWS::SQS::Queue Q: REPLACED?]"),
                arguments(
                        "two dynamic references may give the same",
                        "Resources:\n" + queue.formatted("'{{resolve:ssm:/a:1}}'"),
                        "Resources:\n" + queue.formatted("'{{resolve:ssm:/a:2}}'"),
                        "[AWS::SQS::Queue Q: REPLACED?]"),
                arguments(
                        "another resource says how long logs are kept",
                        "Resources:\n  C: {Type: 'Custom::Days', Properties: {A: 1}}\n  L: {Type: AWS::Logs::LogGroup,"
                                + " DeletionPolicy: Retain, Properties: {RetentionInDays: !GetAtt C.Days}}\n",
                        "Resources:\n  C: {Type: 'Custom::Days', Properties: {A: 2}}\n  L: {Type: AWS::Logs::LogGroup,"
                                + " DeletionPolicy: Retain, Properties: {RetentionInDays: !GetAtt C.Days}}\n",
                        "[Custom::Days C: REPLACED?, AWS::Logs::LogGroup L: UPDATED?]"),
                arguments(
                        "another version replaces a domain",
                        "Resources: {D: {Type: AWS::OpenSearchService::Domain, Properties: {EngineVersion: OpenSearch_1.3}}}",
                        "Resources: {D: {Type: AWS::OpenSearchService::Domain, Properties: {EngineVersion: OpenSearch_2.11}}}",
                        "[AWS::OpenSearchService::Domain D: REPLACED?]"),
                arguments(
                        "outputs of a nested stack are called Id",
                        "Resources: {K: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a}}, D: {Type:"
                                + " AWS::RDS::DBInstance, Properties: {KmsKeyId: !GetAtt K.Outputs.KeyId}}}",
                        "Resources: {K: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b}}, D: {Type:"
                                + " AWS::RDS::DBInstance, Properties: {KmsKeyId: !GetAtt K.Outputs.KeyId}}}",
                        "[AWS::CloudFormation::Stack K: UPDATED, AWS::RDS::DBInstance D: REPLACED?]"),
                arguments(
                        "a macro reads what stands beside the properties",
                        "Transform: Count\nResources: {Q: {Type: AWS::SQS::Queue, Count: 3}}",
                        "Transform: Count\nResources: {Q: {Type: AWS::SQS::Queue, Count: 2}}",
                        "[AWS::SQS::Queue Q: REPLACED?]"),
                arguments(
                        "a function makes the name of a mapping",
                        STAGE + "Mappings: {devMap: {a: {v: x}}}\nResources:\n"
                                + queue.formatted("!FindInMap [!Sub '${Stage}Map', a, v]"),
                        STAGE + "Mappings: {devMap: {a: {v: y}}}\nResources:\n"
                                + queue.formatted("!FindInMap [!Sub '${Stage}Map', a, v]"),
                        "[AWS::SQS::Queue Q: REPLACED?]"),
                arguments(
                        "a condition asks for a parameter that is read elsewhere now",
                        "Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\n"
                                + "Resources: {Q: {Type: AWS::SQS::Queue, Condition: C}}",
                        "Parameters: {P: {Type: 'AWS::SSM::Parameter::Value<String>'}}\nConditions: {C: !Equals [!Ref P, a]}\n"
                                + "Resources: {Q: {Type: AWS::SQS::Queue, Condition: C}}",
                        "[AWS::SQS::Queue Q: REMOVED?]"),
                arguments(
                        "a module makes what another resource refers to",
                        "Resources:\n  Mod: {Type: 'My::S3::Bucket::MODULE', Properties: {Name: a}}\n"
                                + queue.formatted("!Ref ModBucket"),
                        "Resources:\n  Mod: {Type: 'My::S3::Bucket::MODULE', Properties: {Name: b}}\n"
                                + queue.formatted("!Ref ModBucket"),
                        "[My::S3::Bucket::MODULE Mod: REPLACED?, AWS::SQS::Queue Q: REPLACED?]"),
                arguments(
                        "items of a list may be left out",
                        STAGE
                                + "Conditions: {C: !Equals [!Ref Stage, dev]}\nResources: {T: {Type: AWS::DynamoDB::Table,"
                                + " Properties: {KeySchema: [{AttributeName: a, KeyType: HASH}, !If [C, {AttributeName: b,"
                                + " KeyType: RANGE}, !Ref AWS::NoValue]]}}}",
                        STAGE
                                + "Conditions: {C: !Equals [!Ref Stage, dev]}\nResources: {T: {Type: AWS::DynamoDB::Table,"
                                + " Properties: {KeySchema: [{AttributeName: a, KeyType: HASH}]}}}",
                        "[AWS::DynamoDB::Table T: REPLACED?]"),
                arguments(
                        "a loop makes the same resource",
                        "Transform: AWS::LanguageExtensions\nResources: {Qa: {Type: AWS::SQS::Queue}}",
                        "Transform: AWS::LanguageExtensions\nResources: {'Fn::ForEach::L': [N, [a], {'Q${N}': {Type:"
                                + " AWS::SQS::Queue}}]}",
                        "[AWS::SQS::Queue Qa: REMOVED?]"),
                arguments(
                        "a revision counts up",
                        "Resources:\n  J: {Type: AWS::Batch::JobDefinition, Properties: {Type: container, Timeout: {AttemptDurationSeconds: 60}}}\n"
                                + queue.formatted("!Ref J"),
                        "Resources:\n  J: {Type: AWS::Batch::JobDefinition, Properties: {Type: container, Timeout: {AttemptDurationSeconds: 90}}}\n"
                                + queue.formatted("!Ref J"),
                        "[AWS::Batch::JobDefinition J: UPDATED, AWS::SQS::Queue Q: REPLACED?]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hidden")
    void whatIsHiddenIsSaidAndMayLoseData(String why, String before, String after, String expected) {
        StackUpdate update = update(before, after);
        assertThat(update.resources()).as(why).hasToString(expected);
        assertThat(update.dataLoss()).as(why).isEqualTo(DataLoss.POSSIBLE);
    }
}
