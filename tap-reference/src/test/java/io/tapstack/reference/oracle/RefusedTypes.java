package io.tapstack.reference.oracle;

import io.tapstack.model.template.Template;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which types the emulator does not know: what we believe, and what it says itself. */
final class RefusedTypes {

    private static final Map<String, Set<String>> EXPECTED = Map.of(
            "data",
            Set.of(
                    "AWS::CloudTrail::Trail",
                    "AWS::Config::ConfigRule",
                    "AWS::Config::ConfigurationRecorder",
                    "AWS::Config::DeliveryChannel",
                    "AWS::EC2::FlowLog",
                    "AWS::EC2::SecurityGroupEgress",
                    "AWS::EC2::SecurityGroupIngress",
                    "AWS::GuardDuty::Detector",
                    "AWS::IAM::ServiceLinkedRole"),
            "financial",
            Set.of(
                    "AWS::CloudTrail::Trail",
                    "AWS::EC2::FlowLog",
                    "AWS::EC2::SecurityGroupEgress",
                    "AWS::EC2::SecurityGroupIngress",
                    "AWS::SecretsManager::RotationSchedule"),
            "transaction",
            Set.of(
                    "AWS::Config::ConfigRule",
                    "AWS::Config::ConfigurationRecorder",
                    "AWS::Config::DeliveryChannel",
                    "AWS::EC2::FlowLog",
                    "AWS::EC2::SecurityGroupEgress",
                    "AWS::EC2::SecurityGroupIngress",
                    "AWS::GuardDuty::Detector",
                    "AWS::IAM::ServiceLinkedRole",
                    "AWS::SecretsManager::RotationSchedule",
                    "AWS::SecurityHub::Hub",
                    "AWS::SecurityHub::Standard"));

    private static final Pattern ANSWER = Pattern.compile("Unrecognized resource types: \\[([^]]*)]");

    private RefusedTypes() {}

    /** What we believe of a pipeline. One more or one less is to be noticed: a test compares this with what the emulator says. */
    static Set<String> expected(String pipeline) {
        return EXPECTED.getOrDefault(pipeline, Set.of());
    }

    /** What the emulator says of all resources of a template, whatever their conditions. */
    static Set<String> in(Template template, AwsCli aws) {
        AwsCall call = AwsCall.of(
                "cloudformation",
                "ValidateTemplate",
                SentTemplate.minified(aws, "to-be-judged", template).input());
        AwsCall.Answer answer = aws.make(List.of(call)).get(0);
        return answer.error().isEmpty()
                ? Set.of()
                : named(answer.json().path("message").asText());
    }

    /** The types that a message refuses. */
    static Set<String> named(String message) {
        Matcher matcher = ANSWER.matcher(message);
        if (!matcher.find()) {
            throw new AssertionError("refused for another reason than a type: " + message);
        }
        Set<String> types = new TreeSet<>();
        Collections.addAll(types, matcher.group(1).split(", "));
        return types;
    }
}
