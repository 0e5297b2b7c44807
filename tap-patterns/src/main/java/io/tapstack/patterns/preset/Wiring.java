package io.tapstack.patterns.preset;

import io.tapstack.model.template.Condition;
import io.tapstack.model.value.LogicalId;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.Grant;
import io.tapstack.patterns.access.KeyUse;
import io.tapstack.patterns.access.NetworkCall;
import io.tapstack.patterns.access.NetworkPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all presets of a stack have said they need: the one place from which policies, endpoints and rules are derived.
 */
public final class Wiring {

    private final StackConventions conventions;
    private final List<Preset> presets = new ArrayList<>();
    private final Map<Preset, Condition> optional = new IdentityHashMap<>();
    private final List<Grant> grants;
    private final List<KeyUse> keyUses;
    private final List<NetworkCall> networkCalls;

    Wiring(StackConventions conventions, List<Preset> presets) {
        this.conventions = conventions;
        addWithParts(presets, Optional.empty());
        List<Grant> allGrants = new ArrayList<>();
        List<KeyUse> allUses = new ArrayList<>();
        List<NetworkCall> allCalls = new ArrayList<>();
        for (Preset preset : this.presets) {
            Optional<Condition> when = whenPresent(preset);
            for (Grant grant : preset.grants()) {
                allGrants.add(when.map(grant::on).orElse(grant));
            }
            for (KeyUse use : preset.keyUses(conventions)) {
                allUses.add(when.map(use::on).orElse(use));
            }
            allCalls.addAll(preset.networkCalls());
        }
        this.grants = Collections.unmodifiableList(allGrants);
        this.keyUses = Collections.unmodifiableList(allUses);
        this.networkCalls = Collections.unmodifiableList(allCalls);
    }

    private void addWithParts(List<Preset> added, Optional<Condition> when) {
        for (Preset preset : added) {
            presets.add(preset);
            when.ifPresent(condition -> optional.put(preset, condition));
            addWithParts(preset.parts(), preset instanceof OptionalPart part ? Optional.of(part.condition()) : when);
        }
    }

    /** The condition on which a preset of the stack contributes anything at all; in any case if there is none. */
    Optional<Condition> whenPresent(Preset preset) {
        return Optional.ofNullable(optional.get(preset));
    }

    /** The presets of a kind, those inside others included, in order. */
    public <P extends Preset> List<P> all(Class<P> kind) {
        List<P> found = new ArrayList<>();
        for (Preset preset : presets) {
            if (kind.isInstance(preset)) {
                found.add(kind.cast(preset));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** What the stack's resources have in common. */
    public StackConventions conventions() {
        return conventions;
    }

    /** What a role has been given, in the order of the presets. */
    public List<Grant> grantsOf(LogicalId role) {
        List<Grant> found = new ArrayList<>();
        for (Grant grant : grants) {
            if (grant.role().equals(role)) {
                found.add(grant);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** What roles have been given to do with a resource, in the order of the presets. */
    public List<Grant> grantsTo(LogicalId target) {
        List<Grant> found = new ArrayList<>();
        for (Grant grant : grants) {
            if (grant.access().target().equals(target)) {
                found.add(grant);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The calls that are made from inside a VPC, in the order of the presets. */
    public List<Grant> callsFrom(LogicalId vpc) {
        List<Grant> found = new ArrayList<>();
        for (Grant grant : grants) {
            if (grant.calledFrom().filter(place -> place.vpc().equals(vpc)).isPresent()) {
                found.add(grant);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The services that code calls from one place in a VPC, sorted. */
    public Set<AwsService> servicesCalledFrom(NetworkPlace place) {
        Set<AwsService> services = new TreeSet<>();
        for (Grant grant : grants) {
            if (grant.calledFrom().filter(place::equals).isPresent()) {
                services.add(grant.access().service());
            }
        }
        return services;
    }

    /** The connections that code opens to a database or the like, in the order of the presets. */
    public List<NetworkCall> connectionsTo(LogicalId target) {
        List<NetworkCall> found = new ArrayList<>();
        for (NetworkCall call : networkCalls) {
            if (call.connection().target().equals(target)) {
                found.add(call);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Who keeps data under a key, in the order of the presets. */
    public List<KeyUse> usesOf(LogicalId key) {
        List<KeyUse> found = new ArrayList<>();
        for (KeyUse use : keyUses) {
            if (use.key().equals(key)) {
                found.add(use);
            }
        }
        for (TopicUse use : topicUses()) {
            if (use.topic().key().logicalId().equals(key)) {
                KeyUse keyUse = use.keyUse(conventions);
                if (!found.contains(keyUse)) {
                    found.add(keyUse);
                }
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Which services publish to which topics, in the order of the presets. */
    public List<TopicUse> topicUses() {
        List<TopicUse> found = new ArrayList<>();
        for (Preset preset : presets) {
            found.addAll(preset.topicUses(this));
        }
        return Collections.unmodifiableList(found);
    }

    /** The alarms that make sense for the stack, in the order of the presets; one that several ask for stands once. */
    public List<AlarmSpec> alarms() {
        Set<AlarmSpec> found = new LinkedHashSet<>();
        for (Preset preset : presets) {
            for (AlarmSpec alarm : preset.alarms(this)) {
                found.add(whenPresent(preset).map(alarm::on).orElse(alarm));
            }
        }
        return List.copyOf(found);
    }

    /** The events that somebody should hear of, in the order of the presets; one that several ask for stands once. */
    public List<EventAlert> eventAlerts() {
        Set<EventAlert> found = new LinkedHashSet<>();
        for (Preset preset : presets) {
            for (EventAlert alert : preset.eventAlerts()) {
                found.add(whenPresent(preset).map(alert::on).orElse(alert));
            }
        }
        found.removeIf(alert -> alert.when().isPresent() && found.contains(alert.always()));
        return List.copyOf(found);
    }

    /**
     * The Config rules that watch the stack, in the order of the presets. One that several ask for stands once; of several that
     * share a logical id but watch different resources, all but the first have the id of their resource before it.
     */
    public List<ConfigCheck> configChecks() {
        Map<String, ConfigCheck> found = new LinkedHashMap<>();
        for (Preset preset : presets) {
            for (ConfigCheck plain : preset.configChecks()) {
                ConfigCheck check = whenPresent(preset).map(plain::on).orElse(plain);
                ConfigCheck known = found.putIfAbsent(check.logicalId(), check);
                if (known != null && !known.equals(check)) {
                    ConfigCheck own = check.namedByItsResource();
                    found.put(own.logicalId(), own);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The types that AWS Config must record, sorted. */
    public List<String> recordedTypes() {
        TreeSet<String> types = new TreeSet<>();
        for (Preset preset : presets) {
            types.addAll(preset.recordedTypes());
            for (ConfigCheck check : preset.configChecks()) {
                types.addAll(check.resourceTypes());
            }
        }
        return List.copyOf(types);
    }
}
