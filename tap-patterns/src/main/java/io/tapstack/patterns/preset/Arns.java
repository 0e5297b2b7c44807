package io.tapstack.patterns.preset;

import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;

/** ARNs put together from names, for where an attribute would close a cycle. */
final class Arns {

    private Arns() {}

    /** An ARN in the stack's own account and region. */
    static Sub own(String service, Value<String> rest) {
        return Sub.concat(
                Value.of("arn:"),
                PseudoParameter.PARTITION,
                Value.of(":" + service + ":"),
                PseudoParameter.REGION,
                Value.of(":"),
                PseudoParameter.ACCOUNT_ID,
                Value.of(":"),
                rest);
    }

    static Sub logGroup(Value<String> name) {
        return own("logs", Sub.concat(Value.of("log-group:"), name));
    }

    static Sub function(Value<String> name) {
        return own("lambda", Sub.concat(Value.of("function:"), name));
    }

    static Sub queue(Value<String> name) {
        return own("sqs", name);
    }

    /** The ARN of a bucket: the name alone is unique in its partition. */
    static Sub bucket(Value<String> name) {
        return Sub.concat(Value.of("arn:"), PseudoParameter.PARTITION, Value.of(":s3:::"), name);
    }
}
