package io.tapstack.reference.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String NETWORK = """
            Resources:
              Net:
                Type: AWS::EC2::VPC
              One:
                Type: AWS::EC2::Subnet
                Properties: {VpcId: !Ref Net}
              Group:
                Type: AWS::EC2::SecurityGroup
                Properties: {VpcId: !Ref Net}
              Door:
                Type: AWS::EC2::VPCEndpoint
                Properties:
                  VpcId: !Ref Net
                  ServiceName: !Sub 'com.amazonaws.${AWS::Region}.dynamodb'
              Role:
                Type: AWS::IAM::Role
              Function:
                Type: AWS::Lambda::Function
                Properties:
                  Role: !GetAtt Role.Arn
                  VpcConfig: {SubnetIds: [!Ref One], SecurityGroupIds: [!GetAtt Group.GroupId]}
              Table:
                Type: AWS::DynamoDB::Table
                Properties: {TableName: !Sub 'orders-${AWS::Region}'}
              Policy:
                Type: AWS::IAM::Policy
                Properties:
                  Roles: [!Ref Role]
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: ['dynamodb:GetItem', 'dynamodb:PutItem']
                        Resource: !GetAtt Table.Arn
            """;

    @Test
    void what_is_in_a_network_is_drawn_in_it_and_reaches_a_service_through_its_endpoint() {
        Architecture drawn = Drawn.architecture(NETWORK);

        assertThat(drawn.areas()).containsExactly(new Area("Net", "Net", "1 subnet"));
        assertThat(drawn.parts())
                .containsExactly(
                        part("Door", "gateway endpoint of dynamodb", PartKind.DOOR, "Net"),
                        part("Function", "Lambda Function", PartKind.COMPUTE, "Net"),
                        part("Table", "DynamoDB Table", PartKind.STORE, ""));
        assertThat(Drawn.links(drawn)).containsExactly("Function calls Door", "Door reads, writes Table");
    }

    @Test
    void without_an_endpoint_the_link_is_direct() {
        Architecture drawn = Drawn.architecture(NETWORK.replace("dynamodb'", "sqs'"));

        assertThat(Drawn.links(drawn)).containsExactly("Function reads, writes Table");
    }

    @Test
    void a_denial_and_a_trust_policy_are_no_links() {
        assertThat(Drawn.links(Drawn.architecture(NETWORK.replace("Effect: Allow", "Effect: Deny"))))
                .isEmpty();
        assertThat(Drawn.links(Drawn.architecture(NETWORK.replace("PolicyDocument", "AssumeRolePolicyDocument"))))
                .isEmpty();
    }

    @Test
    void an_arn_that_is_spelled_out_means_the_resource_of_that_name_and_no_other() {
        String arn = "'arn:aws:dynamodb:us-east-1:1:table/orders-${AWS::Region}/index/*'";
        assertThat(Drawn.links(Drawn.architecture(NETWORK.replace("!GetAtt Table.Arn", "!Sub " + arn))))
                .containsExactly("Function calls Door", "Door reads, writes Table");
        assertThat(Drawn.links(Drawn.architecture(
                        NETWORK.replace("!GetAtt Table.Arn", "!Sub " + arn.replace("orders", "old-orders")))))
                .isEmpty();
    }

    @Test
    void a_group_that_lets_another_in_is_a_connection() {
        String database = """
              Inner:
                Type: AWS::EC2::SecurityGroup
                Properties: {VpcId: !Ref Net}
              Database:
                Type: AWS::RDS::DBInstance
                Properties: {VPCSecurityGroups: [!GetAtt Inner.GroupId]}
              Rule:
                Type: AWS::EC2::SecurityGroupIngress
                Properties: {GroupId: !GetAtt Inner.GroupId, SourceSecurityGroupId: !GetAtt Group.GroupId}
            """;
        assertThat(Drawn.links(Drawn.architecture(NETWORK + database))).contains("Function calls Database");
        assertThat(Drawn.links(Drawn.architecture(NETWORK + database.replace("SourceSecurityGroupId", "CidrIp"))))
                .doesNotContain("Function calls Database");
    }

    @Test
    void keys_triggers_failures_and_alarms() {
        Architecture drawn = Drawn.architecture("""
                Resources:
                  Key: {Type: AWS::KMS::Key}
                  Alias: {Type: AWS::KMS::Alias, Properties: {TargetKeyId: !Ref Key}}
                  Source: {Type: AWS::Kinesis::Stream, Properties: {StreamEncryption: {KeyId: !GetAtt Key.Arn}}}
                  Lost: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !If [Always, !Ref Alias, x]}}
                  Worker: {Type: AWS::Lambda::Function}
                  Mapping:
                    Type: AWS::Lambda::EventSourceMapping
                    Properties:
                      FunctionName: !Ref Worker
                      EventSourceArn: !GetAtt Source.Arn
                      DestinationConfig: {OnFailure: {Destination: !GetAtt Lost.Arn}}
                  Topic: {Type: AWS::SNS::Topic}
                  A1: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!Ref Topic]}}
                  A2:
                    Type: AWS::CloudWatch::Alarm
                    Condition: Always
                    Properties: {Dimensions: [{Name: FunctionName, Value: !Ref Worker}]}
                """);

        assertThat(drawn.parts())
                .extracting(Part::name)
                .containsExactly("Key", "Source", "Lost", "Worker", "Topic", "2 alarms");
        assertThat(drawn.parts()).noneMatch(Part::conditional);
        assertThat(Drawn.links(drawn))
                .containsExactly(
                        "Key encrypts Source",
                        "Key encrypts Lost",
                        "Source invokes Worker",
                        "Worker failed events Lost",
                        "AWS::CloudWatch::Alarm alerts Topic",
                        "AWS::CloudWatch::Alarm watches Worker");
    }

    @Test
    void a_type_that_nobody_knows_is_a_part_and_its_references_are_links() {
        Architecture drawn = Drawn.architecture("""
                Resources:
                  New: {Type: AWS::Brand::New, Condition: C, Properties: {Deep: [{Er: !Ref Other}], Self: !Ref New}}
                  Other: {Type: 'Custom::Other', Properties: {Nothing: !Ref Missing}}
                """);

        assertThat(drawn.parts())
                .containsExactly(
                        new Part("New", "New", "Brand New", PartKind.OTHER, Optional.empty(), true),
                        part("Other", "Custom Other", PartKind.OTHER, ""));
        assertThat(Drawn.links(drawn)).containsExactly("New uses Other");
    }

    @Test
    void a_role_that_nothing_in_the_template_takes_on_is_a_part() {
        Architecture drawn = Drawn.architecture("""
                Resources:
                  Auditor:
                    Type: AWS::IAM::Role
                    Properties:
                      Policies:
                        - PolicyDocument: {Statement: {Effect: Allow, Action: 'logs:Get*', Resource: !GetAtt Logs.Arn}}
                  Logs: {Type: AWS::Logs::LogGroup}
                """);

        assertThat(Drawn.links(drawn)).containsExactly("Auditor reads AWS::Logs::LogGroup");
        assertThat(drawn.parts()).extracting(Part::name).containsExactly("Auditor", "Logs");
    }

    private static Part part(String id, String detail, PartKind kind, String area) {
        return new Part(id, id, detail, kind, Optional.of(area).filter(name -> !name.isEmpty()), false);
    }
}
