package io.tapstack.reference.graph;

import io.tapstack.reference.graph.TypeRole.Drawn;
import io.tapstack.reference.graph.TypeRole.Folded;
import io.tapstack.reference.graph.TypeRole.Gathered;
import io.tapstack.reference.graph.TypeRole.Plumbing;
import io.tapstack.reference.graph.TypeRole.Rights;
import java.util.HashMap;
import java.util.Map;

/** What the resources of each type are in a picture. A type that is not listed is a part of its own. */
final class TypeRoles {

    static final String VPC = "AWS::EC2::VPC";
    static final String SUBNET = "AWS::EC2::Subnet";
    static final String ENDPOINT = "AWS::EC2::VPCEndpoint";
    static final String KEY = "AWS::KMS::Key";
    static final String ROLE = "AWS::IAM::Role";

    private static final Map<String, TypeRole> ROLES = new HashMap<>();

    private TypeRoles() {}

    static {
        drawn(PartKind.COMPUTE, "Lambda::Function", "ECS::Service", "EC2::Instance", "StepFunctions::StateMachine");
        drawn(PartKind.STORE, "DynamoDB::Table", "DynamoDB::GlobalTable", "S3::Bucket", "RDS::DBInstance");
        drawn(PartKind.STORE, "RDS::DBCluster", "SecretsManager::Secret", "ElastiCache::ReplicationGroup");
        drawn(PartKind.STORE, "EFS::FileSystem", "OpenSearchService::Domain", "Redshift::Cluster", "ECR::Repository");
        drawn(PartKind.CHANNEL, "Kinesis::Stream", "SQS::Queue", "SNS::Topic", "KinesisFirehose::DeliveryStream");
        drawn(PartKind.CHANNEL, "Events::EventBus");
        drawn(PartKind.KEY, "KMS::Key", "KMS::ReplicaKey");
        drawn(PartKind.DOOR, "EC2::VPCEndpoint", "ApiGateway::RestApi", "ApiGatewayV2::Api", "EC2::InternetGateway");
        drawn(PartKind.DOOR, "ElasticLoadBalancingV2::LoadBalancer", "CloudFront::Distribution", "EC2::NatGateway");
        drawn(PartKind.WATCH, "CloudTrail::Trail", "GuardDuty::Detector", "SecurityHub::Hub", "EC2::FlowLog");
        drawn(PartKind.WATCH, "Config::ConfigurationRecorder", "Config::DeliveryChannel");

        gathered("Config::ConfigRule", PartKind.WATCH, "Config rules");
        gathered("CloudWatch::Alarm", PartKind.WATCH, "alarms");
        gathered("CloudWatch::CompositeAlarm", PartKind.WATCH, "composite alarms");
        gathered("Events::Rule", PartKind.WATCH, "event rules");
        gathered("Logs::LogGroup", PartKind.STORE, "log groups");
        gathered("SecurityHub::Standard", PartKind.WATCH, "security standards");

        folded("TargetKeyId", "KMS::Alias");
        folded("Bucket", "S3::BucketPolicy");
        folded("Queues", "SQS::QueuePolicy");
        folded("Topics", "SNS::TopicPolicy");
        folded("TopicArn", "SNS::Subscription");
        folded("FunctionName", "Lambda::Permission", "Lambda::EventInvokeConfig", "Lambda::EventSourceMapping");
        folded("FunctionName", "Lambda::Version", "Lambda::Alias", "Lambda::Url");
        folded("SecretId", "SecretsManager::RotationSchedule", "SecretsManager::SecretTargetAttachment");
        folded("SecretId", "SecretsManager::ResourcePolicy");
        folded("LogGroupName", "Logs::MetricFilter", "Logs::SubscriptionFilter", "Logs::LogStream");
        folded("RestApiId", "ApiGateway::Resource", "ApiGateway::Method", "ApiGateway::Model", "ApiGateway::Stage");
        folded("RestApiId", "ApiGateway::Deployment", "ApiGateway::RequestValidator", "ApiGateway::GatewayResponse");
        folded("RestApiId", "ApiGateway::Authorizer");
        folded("ApiStages", "ApiGateway::UsagePlan");
        folded("StageKeys", "ApiGateway::ApiKey");
        folded("UsagePlanId", "ApiGateway::UsagePlanKey");
        folded("ResourceArn", "WAFv2::WebACLAssociation");
        folded("ApiId", "ApiGatewayV2::Stage", "ApiGatewayV2::Route", "ApiGatewayV2::Integration");
        folded("CloudWatchRoleArn", "ApiGateway::Account");

        set(new Rights(), "IAM::Role", "IAM::Policy", "IAM::ManagedPolicy", "IAM::RolePolicy", "IAM::InstanceProfile");
        set(new Plumbing(), "EC2::VPC", "EC2::Subnet", "EC2::RouteTable", "EC2::Route", "EC2::SecurityGroup");
        set(new Plumbing(), "EC2::SecurityGroupIngress", "EC2::SecurityGroupEgress", "EC2::NetworkAcl");
        set(new Plumbing(), "EC2::SubnetRouteTableAssociation", "EC2::VPCGatewayAttachment", "EC2::NetworkAclEntry");
        set(new Plumbing(), "EC2::SubnetNetworkAclAssociation", "EC2::VPCCidrBlock", "EC2::SubnetCidrBlock");
        set(new Plumbing(), "RDS::DBSubnetGroup", "RDS::DBParameterGroup", "RDS::DBClusterParameterGroup");
        set(new Plumbing(), "ElastiCache::SubnetGroup", "CloudFormation::WaitConditionHandle");
        set(new Plumbing(), "IAM::ServiceLinkedRole");
    }

    static TypeRole of(String type) {
        TypeRole role = ROLES.get(type);
        return role == null ? new Drawn(PartKind.OTHER) : role;
    }

    private static void drawn(PartKind kind, String... types) {
        set(new Drawn(kind), types);
    }

    private static void gathered(String type, PartKind kind, String name) {
        set(new Gathered(kind, name), type);
    }

    private static void folded(String property, String... types) {
        set(new Folded(property), types);
    }

    private static void set(TypeRole role, String... types) {
        for (String type : types) {
            ROLES.put("AWS::" + type, role);
        }
    }
}
