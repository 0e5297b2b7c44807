package io.tapstack.reference.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What it says about two resources that one refers to the other in a certain member. */
final class Members {

    /** What a reference says that says nothing to a picture: an order, a name, a right that another place tells. */
    private static final Set<String> SILENT =
            Set.of("Statement", "Description", "Environment", "Tags", "ResourceArn", "RecordingGroup", "RoleArn");

    private static final Map<String, LinkKind> BACKWARD =
            Map.of("SourceArn", LinkKind.INVOKES, "EventSourceArn", LinkKind.INVOKES, "VpcEndpointIds", LinkKind.CALLS);

    private static final Map<String, LinkKind> FORWARD = Map.ofEntries(
            Map.entry("OnFailure", LinkKind.FAILURES),
            Map.entry("DeadLetterConfig", LinkKind.FAILURES),
            Map.entry("DeadLetterQueue", LinkKind.FAILURES),
            Map.entry("RedrivePolicy", LinkKind.FAILURES),
            Map.entry("AlarmActions", LinkKind.ALERTS),
            Map.entry("OKActions", LinkKind.ALERTS),
            Map.entry("InsufficientDataActions", LinkKind.ALERTS),
            Map.entry("Dimensions", LinkKind.WATCHES),
            Map.entry("Metrics", LinkKind.WATCHES),
            Map.entry("EventPattern", LinkKind.WATCHES),
            Map.entry("EventSelectors", LinkKind.WATCHES),
            Map.entry("AdvancedEventSelectors", LinkKind.WATCHES),
            Map.entry("InputParameters", LinkKind.WATCHES),
            Map.entry("Scope", LinkKind.WATCHES),
            Map.entry("Targets", LinkKind.INVOKES),
            Map.entry("Uri", LinkKind.INVOKES),
            Map.entry("RotationLambdaARN", LinkKind.INVOKES),
            Map.entry("NotificationConfiguration", LinkKind.INVOKES),
            Map.entry("TargetId", LinkKind.OPENS),
            Map.entry("KinesisStreamSpecification", LinkKind.WRITES),
            Map.entry("S3BucketName", LinkKind.WRITES),
            Map.entry("CloudWatchLogsLogGroupArn", LinkKind.WRITES),
            Map.entry("LogGroupName", LinkKind.WRITES),
            Map.entry("LoggingConfig", LinkKind.WRITES),
            Map.entry("LoggingConfiguration", LinkKind.WRITES),
            Map.entry("AccessLogSetting", LinkKind.WRITES),
            Map.entry("LogDestination", LinkKind.WRITES));

    private Members() {}

    /** Whether a picture has nothing to show for a reference in such a member. */
    static boolean areSilent(List<String> path) {
        return path.stream().anyMatch(SILENT::contains);
    }

    /** What the resource that is referred to does to the one that refers. */
    static Optional<LinkKind> backward(List<String> path) {
        return first(BACKWARD, path);
    }

    /** What the resource that refers does to the other. */
    static Optional<LinkKind> forward(List<String> path) {
        return first(FORWARD, path);
    }

    private static Optional<LinkKind> first(Map<String, LinkKind> kinds, List<String> path) {
        return path.stream().filter(kinds::containsKey).map(kinds::get).findFirst();
    }
}
