package io.tapstack.reference.requirement;

import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Looks at what happens to uploaded files, and at the function that processes them. */
final class Uploads {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String FUNCTION = "AWS::Lambda::Function";

    private Uploads() {}

    /** Some bucket tells a function of the stack, which S3 may invoke for a named bucket of this account. */
    static void invoke(Stack stack, Trouble trouble) {
        List<String> told = processors(stack);
        trouble.expect(!told.isEmpty(), "no bucket tells a function of its new objects");
        for (String function : told) {
            trouble.expect(stack.typeOf(function).equals(FUNCTION), function + " is no function of the stack");
            trouble.expect(
                    stack.parts("AWS::Lambda::Permission").stream()
                            .anyMatch(permission ->
                                    permission.target("FunctionName").equals(function)
                                            && permission.is("Principal", "s3.amazonaws.com")
                                            && permission.has("SourceArn")
                                            && permission.has("SourceAccount")),
                    "S3 may not invoke " + function + " for a bucket of this account");
        }
    }

    private static List<String> processors(Stack stack) {
        List<String> told = new ArrayList<>();
        for (Part bucket : stack.parts(BUCKET)) {
            for (Part one : bucket.objects("NotificationConfiguration.LambdaConfigurations")) {
                told.add(one.target("Function"));
            }
        }
        return told;
    }

    /** The function that is told may read objects and write items. */
    static void roleReadsAndWrites(Stack stack, Trouble trouble) {
        for (String function : processors(stack)) {
            String role = stack.part(function).map(part -> part.target("Role")).orElse("");
            List<String> actions = new ArrayList<>();
            Statements.allowing(stack, role).forEach(one -> actions.addAll(one.texts("Action")));
            trouble.expect(actions.stream().anyMatch("s3:GetObject"::equals), role + " may not read objects");
            trouble.expect(
                    actions.stream().anyMatch(action -> action.matches("dynamodb:(Put|Update)Item")),
                    role + " may not write items");
        }
    }

    /** What the environment of the function says is the ARN or name of a secret that it may read. */
    static void configuration(Stack stack, Trouble trouble) {
        for (String function : processors(stack)) {
            Part processor = stack.part(function).orElse(null);
            List<Part> variables = processor == null ? List.of() : processor.objects("Environment.Variables");
            boolean secret = false;
            for (Part all : variables) {
                for (String name : all.names()) {
                    String target = all.target(name);
                    boolean named = stack.typeOf(target).equals("AWS::SecretsManager::Secret");
                    trouble.expect(named, function + " has " + name + " in its environment");
                    secret |= named
                            && Statements.allows(
                                    stack, processor.target("Role"), "secretsmanager:GetSecretValue", target);
                }
            }
            trouble.expect(secret, function + " reads no secret");
        }
    }

    /** Each bucket has a policy that refuses requests without TLS. */
    static void tlsOnly(Stack stack, Trouble trouble) {
        for (Part bucket : stack.parts(BUCKET)) {
            boolean refuses = stack.parts("AWS::S3::BucketPolicy").stream()
                    .filter(policy -> policy.target("Bucket").equals(bucket.id()))
                    .flatMap(policy -> Statements.of(policy).stream())
                    .anyMatch(statement -> statement.is("Effect", "Deny")
                            && statement.text("Condition").contains("aws:SecureTransport"));
            trouble.expect(refuses, bucket + " takes plain requests");
        }
    }

    /** Each alarm tells a topic of the stack. */
    static void alarmsTell(Stack stack, Trouble trouble) {
        for (Part alarm : stack.parts("AWS::CloudWatch::Alarm")) {
            List<Value<?>> actions = alarm.items("AlarmActions");
            trouble.expect(
                    actions.stream()
                            .anyMatch(
                                    action -> stack.typeOf(Part.target(action)).equals("AWS::SNS::Topic")),
                    alarm + " tells no topic");
        }
    }
}
