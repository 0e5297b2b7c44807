package io.tapstack.patterns.preset;

import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.patterns.access.Grant;
import io.tapstack.patterns.access.KeyUse;
import io.tapstack.patterns.access.NetworkCall;
import java.util.List;

/**
 * A secure building block: says what it needs of others, and contributes its part of the template once all needs are known.
 */
public interface Preset {

    /** The line of Java that declared it, which findings about its resources name. */
    SourceLocation source();

    /** The presets that it contains, whose fragments it contributes with its own. */
    default List<Preset> parts() {
        return List.of();
    }

    /** What its roles have been given. */
    default List<Grant> grants() {
        return List.of();
    }

    /** The connections that its code opens inside the network. */
    default List<NetworkCall> networkCalls() {
        return List.of();
    }

    /** Which services keep its data under which keys. */
    default List<KeyUse> keyUses(StackConventions conventions) {
        return List.of();
    }

    /** The Config rules that watch what it contributes. */
    default List<ConfigCheck> configChecks() {
        return List.of();
    }

    /** The types that AWS Config must record for the rules that watch it. */
    default List<String> recordedTypes() {
        return List.of();
    }

    /** The calls of others than the stack's own code through the endpoints of a network that it needs. */
    default List<EndpointExtra> endpointExtras(IsolatedNetwork network) {
        return List.of();
    }

    /** The alarms that make sense for what it contributes. */
    default List<AlarmSpec> alarms(Wiring wiring) {
        return List.of();
    }

    /** The events about what it contributes that somebody should hear of. */
    default List<EventAlert> eventAlerts() {
        return List.of();
    }

    /** Which services publish to which topics for it. */
    default List<TopicUse> topicUses(Wiring wiring) {
        return List.of();
    }

    /** Its part of the template. */
    Fragment fragment(Wiring wiring);
}
