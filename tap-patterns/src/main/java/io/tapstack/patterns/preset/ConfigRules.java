package io.tapstack.patterns.preset;

import io.tapstack.model.aws.config.ConfigRule;
import io.tapstack.model.aws.config.configrule.Scope;
import io.tapstack.model.aws.config.configrule.Source;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a monitor: those that presets ask for, and those that look at all presets of a kind together.
 *
 * <p>Rules need the recorder to be there, but nothing may depend on a resource that perhaps is not. So the first rule that is there
 * in any case names the recorder in its description, if there is one, and the others wait for that rule.
 */
final class ConfigRules {

    private final ComplianceMonitor monitor;
    private final Wiring wiring;
    private final LogicalId recorder;
    private final Optional<ConfigCheck> anchor;
    private final CombinedConditions combined = new CombinedConditions();
    private final List<Resource> resources = new ArrayList<>();

    ConfigRules(ComplianceMonitor monitor, Wiring wiring, LogicalId recorder) {
        this.monitor = monitor;
        this.wiring = wiring;
        this.recorder = recorder;
        List<ConfigCheck> checks = new ArrayList<>(wiring.configChecks());
        addLogGroups(checks);
        for (AuditTrail trail : wiring.all(AuditTrail.class)) {
            checks.add(trail.dataEventsCheck(wiring));
        }
        anchor = checks.stream().filter(check -> check.when().isEmpty()).findFirst();
        for (ConfigCheck check : checks) {
            resources.add(rule(check));
        }
    }

    List<Resource> resources() {
        return resources;
    }

    /** Conditions that no preset knows: that something exists, and that it is watched. */
    Collection<Condition> conditions() {
        return combined.made();
    }

    private void addLogGroups(List<ConfigCheck> checks) {
        List<EncryptedLogGroup> groups = wiring.all(EncryptedLogGroup.class);
        if (groups.isEmpty()) {
            return;
        }
        ConfigCheck.Builder encryption = ConfigCheck.builder(
                        "CloudWatchLogGroupEncryptedRule",
                        "cloudwatch-log-group-encrypted",
                        "CLOUDWATCH_LOG_GROUP_ENCRYPTED")
                .description("Log groups are encrypted with the key of this stack");
        Set<CustomerManagedKey> keys = new LinkedHashSet<>();
        int days = Integer.MAX_VALUE;
        for (EncryptedLogGroup group : groups) {
            keys.add(group.key());
            days = Math.min(days, group.retention().leastDays());
        }
        if (keys.size() == 1) {
            encryption.putParameters("KmsKeyId", keys.iterator().next().arn());
        }
        checks.add(encryption.build());
        checks.add(ConfigCheck.builder(
                        "LogGroupRetentionRule", "log-group-retention", "CW_LOGGROUP_RETENTION_PERIOD_CHECK")
                .description("Log groups keep logs for " + days + " days")
                .putParameters("LogGroupNames", names(groups))
                .putParameters("MinRetentionTime", Value.of(String.valueOf(days)))
                .build());
    }

    private Value<String> names(List<EncryptedLogGroup> groups) {
        List<Value<String>> names = new ArrayList<>();
        boolean allThere = true;
        for (EncryptedLogGroup group : groups) {
            Optional<Condition> when = wiring.whenPresent(group);
            allThere &= when.isEmpty();
            names.add(when.<Value<String>>map(condition -> condition.orNoValue(group.ref()))
                    .orElseGet(group::ref));
        }
        if (!allThere) {
            return Join.of(",", Value.list(names));
        }
        Sub joined = Sub.concat(names.get(0));
        for (Value<String> name : names.subList(1, names.size())) {
            joined = Sub.concat(joined, Value.of(","), name);
        }
        return joined;
    }

    private ConfigRule rule(ConfigCheck check) {
        ConfigRule.Builder rule = ConfigRule.builder(check.logicalId(), monitor.source())
                .configRuleName(wiring.conventions().name(check.name()))
                .source(Source.builder()
                        .owner("AWS")
                        .sourceIdentifier(check.identifier())
                        .build());
        if (!check.parameters().isEmpty()) {
            rule.inputParameters(check.parameters());
        }
        scope(check).ifPresent(rule::scope);
        Optional<LogicalId> before = before(check);
        rule.description(before.isPresent() ? Value.of(check.description()) : naming(check));
        rule.options(options -> {
            existence(check).ifPresent(options::condition);
            before.ifPresent(options::addDependsOn);
            return options;
        });
        return rule.build();
    }

    /** What a rule waits for, unless it is the one that names the recorder. */
    private Optional<LogicalId> before(ConfigCheck check) {
        if (onlyWhileRecording(check)) {
            return Optional.of(recorder);
        }
        return anchor.filter(first -> !first.equals(check)).map(first -> LogicalId.of(first.logicalId()));
    }

    private Value<String> naming(ConfigCheck check) {
        Value<String> alone = Value.of(check.description());
        Value<String> recorded = Sub.concat(alone, Value.of(" (recorded by "), Ref.to(recorder), Value.of(")"));
        return monitor.recording().choose(recorded, alone);
    }

    private boolean onlyWhileRecording(ConfigCheck check) {
        return check.when().filter(monitor.recording()::equals).isPresent();
    }

    private Optional<Condition> existence(ConfigCheck check) {
        return onlyWhileRecording(check) ? check.when() : combined.both(check.when(), monitor.watching());
    }

    private static Optional<Scope> scope(ConfigCheck check) {
        if (check.resourceTypes().isEmpty()) {
            return Optional.empty();
        }
        Scope.Builder scope =
                Scope.builder().complianceResourceTypes(check.resourceTypes().toArray(String[]::new));
        check.resource().ifPresent(scope::complianceResourceId);
        return Optional.of(scope.build());
    }
}
