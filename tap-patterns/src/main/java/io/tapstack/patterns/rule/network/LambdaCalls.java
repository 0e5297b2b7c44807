package io.tapstack.patterns.rule.network;

import java.util.regex.Pattern;

/**
 * What Lambda itself calls for a function, with its role but from outside its network: deliveries to destinations, reading from event
 * sources, logs, traces, network interfaces and keys.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html">Event source mappings</a>
 */
final class LambdaCalls {

    private static final Pattern ACTIONS = Pattern.compile(String.join(
            "|",
            "(ec2|kms|logs|xray|cloudwatch):.*",
            "dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)",
            "events:PutEvents",
            "kinesis:(Describe|Get|List|Subscribe).*",
            "lambda:InvokeFunction",
            "sns:Publish",
            "sqs:(ChangeMessageVisibility|DeleteMessage|GetQueueAttributes|ReceiveMessage|SendMessage)"));

    private LambdaCalls() {}

    /** Whether Lambda may be the one who needs an action, so that having it says nothing of the code. */
    static boolean includes(String action) {
        return ACTIONS.matcher(action).matches();
    }
}
