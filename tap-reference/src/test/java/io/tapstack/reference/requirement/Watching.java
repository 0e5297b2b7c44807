package io.tapstack.reference.requirement;

import java.util.ArrayList;
import java.util.List;

/** Looks at logs, alarms, tags and Config rules. */
final class Watching {

    private static final List<String> TAGS = List.of("Environment", "Project", "ComplianceLevel");

    private static final List<String> TAGGED = List.of(
            "AWS::ApiGateway::ApiKey",
            "AWS::ApiGateway::RestApi",
            "AWS::ApiGateway::Stage",
            "AWS::ApiGateway::UsagePlan",
            "AWS::CloudTrail::Trail",
            "AWS::CloudWatch::Alarm",
            "AWS::DynamoDB::Table",
            "AWS::EC2::FlowLog",
            "AWS::EC2::RouteTable",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::Subnet",
            "AWS::EC2::VPC",
            "AWS::EC2::VPCEndpoint",
            "AWS::IAM::Role",
            "AWS::KMS::Key",
            "AWS::Kinesis::Stream",
            "AWS::Lambda::Function",
            "AWS::Logs::LogGroup",
            "AWS::RDS::DBInstance",
            "AWS::RDS::DBParameterGroup",
            "AWS::RDS::DBSubnetGroup",
            "AWS::S3::Bucket",
            "AWS::SNS::Topic",
            "AWS::SQS::Queue",
            "AWS::SecretsManager::Secret");

    private Watching() {}

    /** Logs of functions go to groups of the stack, which keep them for 90 days at least under its key. */
    static Check logs(int leastDays) {
        return (stack, trouble) -> {
            trouble.expectSome(stack, "AWS::Logs::LogGroup");
            for (Part group : stack.parts("AWS::Logs::LogGroup")) {
                trouble.expect(
                        group.number("RetentionInDays") >= leastDays,
                        group + " keeps logs for " + group.text("RetentionInDays") + " days");
            }
            for (Part function : stack.parts("AWS::Lambda::Function")) {
                trouble.expect(
                        stack.typeOf(function.target("LoggingConfig.LogGroup")).equals("AWS::Logs::LogGroup"),
                        function + " has no group of logs");
            }
        };
    }

    /** An alarm on a metric, which tells somebody. */
    static Check alarm(String namespace, String metric) {
        return (stack, trouble) -> {
            List<Part> alarms = stack.parts("AWS::CloudWatch::Alarm").stream()
                    .filter(alarm -> alarm.is("Namespace", namespace) && alarm.is("MetricName", metric))
                    .toList();
            trouble.expect(!alarms.isEmpty(), "there is no alarm on " + metric + " of " + namespace);
            for (Part alarm : alarms) {
                trouble.expect(!alarm.is("ActionsEnabled", "false"), alarm + " is silent");
            }
        };
    }

    /** Each resource that can have tags has those that allocate costs. */
    static void tags(Stack stack, Trouble trouble) {
        for (Part part : stack.parts()) {
            if (TAGGED.contains(part.type())) {
                List<String> keys = new ArrayList<>();
                part.objects("Tags").forEach(tag -> keys.add(tag.text("Key")));
                TAGS.forEach(tag -> trouble.expect(keys.contains(tag), part + " has no tag " + tag));
            }
        }
    }

    /** Config rules with these identifiers, which wait for the recorder if the stack has one, and which it can judge. */
    static Check configRules(String... identifiers) {
        return (stack, trouble) -> {
            List<String> found = new ArrayList<>();
            List<Part> recorders = stack.parts("AWS::Config::ConfigurationRecorder");
            for (Part rule : stack.parts("AWS::Config::ConfigRule")) {
                found.add(rule.text("Source.SourceIdentifier"));
                for (Part recorder : recorders) {
                    for (String type : rule.texts("Scope.ComplianceResourceTypes")) {
                        boolean recorded = recorder.is("RecordingGroup.AllSupported", "true")
                                || recorder.texts("RecordingGroup.ResourceTypes")
                                        .contains(type);
                        trouble.expect(recorded, recorder + " does not record " + type + ", which " + rule + " judges");
                    }
                }
            }
            for (String identifier : identifiers) {
                trouble.expect(found.contains(identifier), "there is no Config rule " + identifier);
            }
        };
    }

    /** The recorder of the stack has a channel to a bucket. */
    static void recorderDelivers(Stack stack, Trouble trouble) {
        for (Part recorder : stack.parts("AWS::Config::ConfigurationRecorder")) {
            trouble.expect(stack.has("AWS::Config::DeliveryChannel"), recorder + " has no delivery channel");
        }
        for (Part channel : stack.parts("AWS::Config::DeliveryChannel")) {
            String bucket = channel.target("S3BucketName");
            trouble.expect(stack.typeOf(bucket).equals("AWS::S3::Bucket"), channel + " has no bucket");
        }
    }
}
