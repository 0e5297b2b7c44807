package io.tapstack.reference.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A call of an API of AWS.
 *
 * @param service the service as the SDK for Python calls it, such as {@code dynamodb}
 * @param operation the operation as AWS calls it, such as {@code PutItem}
 * @param input its input; the SDK refuses a member that the operation does not know
 */
record AwsCall(String service, String operation, Object input) {

    static AwsCall of(String service, String operation, Object input) {
        return new AwsCall(service, operation, input);
    }

    static AwsCall of(String service, String operation, String name, Object value) {
        return new AwsCall(service, operation, Map.of(name, value));
    }

    /** The call as the script reads it. */
    List<Object> toJson() {
        return List.of(service, operation, input);
    }

    /**
     * What came of it.
     *
     * @param call the call
     * @param json its output, or the error
     */
    record Answer(AwsCall call, JsonNode json) {

        /** The output; the call must have succeeded. */
        JsonNode output() {
            if (!json.has("output")) {
                throw new AssertionError(call + " failed: " + json);
            }
            return json.get("output");
        }

        /** The code of the error; empty if the call succeeded. */
        String error() {
            return json.path("error").asText();
        }
    }
}
