package io.tapstack.patterns.preset;

import io.tapstack.model.aws.s3.bucket.EventBridgeConfiguration;
import io.tapstack.model.aws.s3.bucket.FilterRule;
import io.tapstack.model.aws.s3.bucket.LambdaConfiguration;
import io.tapstack.model.aws.s3.bucket.NotificationConfiguration;
import io.tapstack.model.aws.s3.bucket.NotificationFilter;
import io.tapstack.model.aws.s3.bucket.S3KeyFilter;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom a bucket tells of new objects: follows from the functions of the stack that have it as a source. */
final class BucketEvents {

    private final EncryptedBucket bucket;
    private final List<LogicalId> permissions = new ArrayList<>();
    private final List<Value<LambdaConfiguration>> direct = new ArrayList<>();
    private final List<String> directPrefixes = new ArrayList<>();
    private boolean throughEventBridge;

    BucketEvents(EncryptedBucket bucket, Wiring wiring) {
        this.bucket = bucket;
        for (PrivateLambda function : wiring.all(PrivateLambda.class)) {
            for (EventSource source : function.eventSources()) {
                if (source instanceof BucketSource pushed
                        && pushed.bucket().logicalId().equals(bucket.logicalId())) {
                    add(function, pushed);
                }
            }
        }
    }

    private void add(PrivateLambda function, BucketSource source) {
        if (!source.isDirect()) {
            throughEventBridge = true;
            return;
        }
        for (String other : directPrefixes) {
            if (other.startsWith(source.prefix()) || source.prefix().startsWith(other)) {
                throw new IllegalStateException("eventSources: S3 tells one function only of an object, but in "
                        + bucket.logicalId() + " the prefixes " + other + " and " + source.prefix()
                        + " overlap; deliver through EventBridge");
            }
        }
        directPrefixes.add(source.prefix());
        permissions.add(PushedEvents.permissionId(function, source.idPart()));
        direct.add(LambdaConfiguration.builder()
                .event("s3:ObjectCreated:*")
                .function(function.arn())
                .filter(NotificationFilter.builder()
                        .s3Key(S3KeyFilter.builder()
                                .rules(FilterRule.builder()
                                        .name("prefix")
                                        .value(source.prefix())
                                        .build())
                                .build())
                        .build())
                .build());
    }

    /** The permissions that S3 asks for before it takes the configuration. */
    List<LogicalId> permissions() {
        return permissions;
    }

    /** What the bucket is told; empty if nobody listens. */
    Optional<NotificationConfiguration> configuration() {
        if (!throughEventBridge && direct.isEmpty()) {
            return Optional.empty();
        }
        NotificationConfiguration.Builder configuration = NotificationConfiguration.builder();
        if (throughEventBridge) {
            configuration.eventBridgeConfiguration(
                    EventBridgeConfiguration.builder().eventBridgeEnabled(true).build());
        }
        if (!direct.isEmpty()) {
            configuration.lambdaConfigurations(Value.list(direct));
        }
        return Optional.of(configuration.build());
    }
}
