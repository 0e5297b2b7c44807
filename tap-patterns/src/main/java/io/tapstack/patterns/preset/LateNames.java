package io.tapstack.patterns.preset;

import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the names and ARNs of what is created after a function's policy as texts instead of references: of functions, and of
 * buckets that call functions directly.
 *
 * <p>Functions may call each other, and S3 asks whether it may call the function before the bucket exists; with references
 * either would be a cycle.
 */
final class LateNames {

    private final Map<String, Sub> texts = new LinkedHashMap<>();

    LateNames(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        for (PrivateLambda function : wiring.all(PrivateLambda.class)) {
            Sub name = conventions.name(function.name());
            put(function.logicalId().name(), name, Arns.function(name));
            for (EventSource source : function.eventSources()) {
                if (source instanceof BucketSource pushed && pushed.isDirect()) {
                    EncryptedBucket bucket = pushed.bucket();
                    put(bucket.logicalId().name(), bucket.bucketName(conventions), bucket.arnByName(conventions));
                }
            }
        }
    }

    private void put(String logicalId, Sub name, Sub arn) {
        texts.put("${" + logicalId + "}", name);
        texts.put("${" + logicalId + ".Arn}", arn);
    }

    /** The value without references to what comes later. */
    Value<String> in(Value<String> value) {
        if (value instanceof Ref<?> ref) {
            return textOr("${" + ref.target() + "}", value);
        }
        if (value instanceof GetAtt<?> attribute && attribute.attribute() instanceof Literal<?> name) {
            return textOr("${" + attribute.target() + "." + name.text() + "}", value);
        }
        return value instanceof Sub sub ? in(sub) : value;
    }

    private Value<String> textOr(String placeholder, Value<String> value) {
        Sub text = texts.get(placeholder);
        return text == null ? value : text;
    }

    private Sub in(Sub sub) {
        String text = sub.text();
        for (Map.Entry<String, Sub> entry : texts.entrySet()) {
            text = text.replace(entry.getKey(), entry.getValue().text());
        }
        return text.equals(sub.text()) ? sub : Sub.of(text, sub.variables());
    }
}
