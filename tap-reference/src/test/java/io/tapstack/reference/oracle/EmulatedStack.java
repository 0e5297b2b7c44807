package io.tapstack.reference.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stack on the emulator, made, changed and removed through the AWS CLI. */
final class EmulatedStack {

    private final AwsCli aws;
    private final String name;
    private final SentTemplate template;
    private final Map<String, String> outputs = new LinkedHashMap<>();

    private EmulatedStack(AwsCli aws, String name, SentTemplate template) {
        this.aws = aws;
        this.name = name;
        this.template = template;
    }

    /** Creates a stack and waits until it is there. */
    static EmulatedStack create(AwsCli aws, String name, Template template, Map<String, String> parameters) {
        EmulatedStack stack = new EmulatedStack(aws, name, SentTemplate.of(aws, name, template));
        stack.change("create", parameters);
        return stack;
    }

    /** Gives it other parameters and waits until that is done. */
    void update(Map<String, String> parameters) {
        change("update", parameters);
    }

    /** Tries to delete it, and gives what the CLI says. */
    Command.Outcome tryToDelete() {
        return aws.command("cloudformation", "delete-stack", "--stack-name", name)
                .run();
    }

    /** Deletes it and waits until it is gone. */
    void delete() {
        aws.command("cloudformation", "delete-stack", "--stack-name", name).succeed();
        waitFor("stack-delete-complete");
    }

    /** The value of an output. */
    String output(String key) {
        String value = outputs.get(key);
        if (value == null) {
            throw new AssertionError("the stack has no output " + key + " but " + outputs.keySet());
        }
        return value;
    }

    /** What has failed while a stack was made or changed. */
    static String failures(AwsCli aws, String name) {
        return aws.command(
                        "cloudformation",
                        "describe-stack-events",
                        "--stack-name",
                        name,
                        "--output",
                        "text",
                        "--query",
                        "StackEvents[?contains(ResourceStatus,`FAILED`)].[LogicalResourceId,ResourceType,ResourceStatusReason]")
                .run()
                .toString();
    }

    private void change(String verb, Map<String, String> parameters) {
        List<String> arguments = new ArrayList<>(List.of(
                "cloudformation",
                verb + "-stack",
                "--stack-name",
                name,
                "--capabilities",
                "CAPABILITY_NAMED_IAM",
                "--parameters"));
        arguments.addAll(2, template.arguments());
        parameters.forEach((key, value) -> arguments.add("ParameterKey=" + key + ",ParameterValue=" + value));
        aws.command(arguments.toArray(String[]::new)).succeed();
        waitFor("stack-" + verb + "-complete");
        JsonNode stack = aws.make(AwsCall.of("cloudformation", "DescribeStacks", "StackName", name))
                .at("/Stacks/0");
        outputs.clear();
        for (JsonNode output : stack.get("Outputs")) {
            outputs.put(
                    output.get("OutputKey").textValue(),
                    output.get("OutputValue").textValue());
        }
    }

    private void waitFor(String goal) {
        Command.Outcome outcome = aws.command("cloudformation", "wait", goal, "--stack-name", name)
                .run();
        if (outcome.exit() != 0) {
            throw new AssertionError(outcome + "\n" + failures(aws, name));
        }
    }
}
