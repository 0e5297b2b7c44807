package io.tapstack.patterns.preset;

import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * Alarms on everything that the stack contains, and alerts on events that no metric tells of, all sent to one topic.
 *
 * <p>Which these are is derived: every preset says what makes sense for it. None can be left out, thresholds can be changed.
 * Silence is no trouble: a metric without data does not raise an alarm.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html">Alarms</a>
 */
@Immutable
public abstract class AlarmSet implements Preset {

    AlarmSet() {}

    /** A builder of alarms that go to this topic. */
    public static Builder builder(AlertTopic topic) {
        return new Builder().source(SourceLocation.ofCaller()).topic(topic);
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** Who hears of them. */
    public abstract AlertTopic topic();

    /**
     * What all names start with, such as {@code payments-}, for accounts with several stacks of the same suffix. Behind it a name
     * is the family of the alarm, the suffix of the stack and what is watched: {@code lambda-errors-prod-data-processor}.
     */
    @Default
    public String namePrefix() {
        return "";
    }

    /** Thresholds in place of the usual ones, by the kind of alarm, in the unit of its metric. */
    public abstract Map<AlarmKind, Double> thresholds();

    /** Whether the topic also hears when an alarm is over. */
    @Default
    public boolean tellsRecovery() {
        return false;
    }

    /** Alarms beyond those that the presets ask for. */
    public abstract List<AlarmSpec> extras();

    /** Events beyond those that the presets ask for. */
    public abstract List<EventAlert> extraEvents();

    @Check
    void check() {
        if (!namePrefix().matches("[A-Za-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "namePrefix: " + namePrefix() + " is not of letters, digits and hyphens only");
        }
    }

    private List<AlarmSpec> specs(Wiring wiring) {
        Set<AlarmSpec> specs = new LinkedHashSet<>(wiring.alarms());
        specs.addAll(extras());
        return List.copyOf(specs);
    }

    private List<EventAlert> events(Wiring wiring) {
        Set<EventAlert> events = new LinkedHashSet<>(wiring.eventAlerts());
        events.addAll(extraEvents());
        return List.copyOf(events);
    }

    private Sub alarmName(AlarmSpec spec, StackConventions conventions) {
        return Sub.concat(conventions.name(namePrefix() + spec.kind().family()), Value.of("-" + spec.member()));
    }

    private Sub ruleName(EventAlert event, StackConventions conventions) {
        return conventions.name(namePrefix() + event.name());
    }

    /** The ARNs of its alarms, put together from their names. */
    final List<Value<String>> alarmArns(Wiring wiring) {
        List<Value<String>> arns = new ArrayList<>();
        for (AlarmSpec spec : specs(wiring)) {
            arns.add(Arns.own("cloudwatch", Sub.concat(Value.of("alarm:"), alarmName(spec, wiring.conventions()))));
        }
        return arns;
    }

    @Override
    public List<TopicUse> topicUses(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        List<Value<String>> alarms = alarmArns(wiring);
        List<Value<String>> rules = new ArrayList<>();
        for (EventAlert event : events(wiring)) {
            rules.add(Arns.own("events", Sub.concat(Value.of("rule/"), ruleName(event, conventions))));
        }
        List<TopicUse> uses = new ArrayList<>();
        if (!alarms.isEmpty()) {
            uses.add(TopicUse.byAlarms(topic(), alarms));
        }
        if (!rules.isEmpty()) {
            uses.add(TopicUse.byRules(topic(), rules));
        }
        return uses;
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        List<Resource> resources = new ArrayList<>();
        Set<AlarmKind> unused = new HashSet<>(thresholds().keySet());
        CombinedConditions combined = new CombinedConditions();
        for (AlarmSpec spec : specs(wiring)) {
            unused.remove(spec.kind());
            double threshold = thresholds().getOrDefault(spec.kind(), spec.threshold());
            AlarmSpec told =
                    combined.both(spec.when(), topic().when()).map(spec::on).orElse(spec);
            resources.add(new AlarmWriter(this, told).alarm(alarmName(spec, conventions), threshold));
        }
        if (!unused.isEmpty()) {
            throw new IllegalStateException("thresholds: nothing in the stack has an alarm of the kind "
                    + unused.iterator().next().family());
        }
        for (EventAlert event : events(wiring)) {
            EventAlert told =
                    combined.both(event.when(), topic().when()).map(event::on).orElse(event);
            resources.add(EventRules.rule(told, ruleName(event, conventions), topic(), source()));
        }
        return Fragment.builder()
                .heading("Alarms")
                .addAllConditions(combined.made())
                .addAllResources(resources)
                .build();
    }

    /** Collects the options of a set of alarms. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableAlarmSet.Builder {

        Builder() {}
    }
}
