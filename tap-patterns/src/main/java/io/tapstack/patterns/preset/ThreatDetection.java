package io.tapstack.patterns.preset;

import io.tapstack.model.aws.guardduty.Detector;
import io.tapstack.model.aws.guardduty.detector.CFNFeatureConfiguration;
import io.tapstack.model.aws.securityhub.Hub;
import io.tapstack.model.aws.securityhub.Standard;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * GuardDuty, which looks for threats, and Security Hub, which judges the account by standards and collects findings.
 *
 * <p>An account has one of each in each region, and an organisation may run them from another account, so each exists only if a
 * parameter says so: {@code EnableGuardDuty}, {@code EnableSecurityHub}, both {@code false} by default. An {@link AlarmSet} of the
 * stack tells of findings of GuardDuty. Security Hub can judge only what AWS Config records; a stack may do without it.
 *
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html">Features of GuardDuty</a>
 */
@Immutable
public abstract class ThreatDetection implements Preset {

    private static final List<String> FEATURES = List.of(
            CFNFeatureConfiguration.NAME_S3_DATA_EVENTS,
            CFNFeatureConfiguration.NAME_LAMBDA_NETWORK_LOGS,
            CFNFeatureConfiguration.NAME_RDS_LOGIN_EVENTS,
            CFNFeatureConfiguration.NAME_EKS_AUDIT_LOGS,
            CFNFeatureConfiguration.NAME_EBS_MALWARE_PROTECTION);

    /** What GuardDuty calls medium: where a severity begins that somebody should look at. */
    private static final int MEDIUM = 4;

    private static final int HIGHEST = 10;

    private static final ExceptionRecord NO_DATA_SOURCES = ExceptionRecord.builder("DataSources", "absent")
            .reason("GuardDuty takes either data sources or features, and only features know every plan")
            .compensation("The feature S3_DATA_EVENTS is enabled")
            .addCheckers(Checker.GUARD.finding("guardduty_s3_protection_enabled_check"))
            .build();

    ThreatDetection() {}

    /** A builder of a detection whose logical ids start with this. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The start of the logical ids of detector, hub and standards. */
    public abstract LogicalId logicalId();

    /**
     * Features of GuardDuty beyond those that need nothing installed and cost nothing while the service in question is not used,
     * such as {@code RUNTIME_MONITORING}.
     */
    public abstract List<String> moreFeatures();

    /** Whether the stack can have Security Hub at all; without it there is neither its parameter nor its condition. */
    @Default
    public boolean securityHub() {
        return true;
    }

    /** The standards by which Security Hub judges, in this order. */
    @Default
    public List<SecurityStandard> standards() {
        return List.of(SecurityStandard.FOUNDATIONAL, SecurityStandard.PCI_DSS);
    }

    /** From which severity on GuardDuty's findings are told: 1 to 10; 4 is medium, 7 high, 9 critical. */
    @Default
    public int alertSeverity() {
        return MEDIUM;
    }

    @Check
    void check() {
        if (alertSeverity() < 1 || alertSeverity() > HIGHEST) {
            throw new IllegalArgumentException("alertSeverity: " + alertSeverity() + " is not between 1 and 10");
        }
        if (features()
                .containsAll(List.of(
                        CFNFeatureConfiguration.NAME_RUNTIME_MONITORING,
                        CFNFeatureConfiguration.NAME_EKS_RUNTIME_MONITORING))) {
            throw new IllegalArgumentException(
                    "moreFeatures: RUNTIME_MONITORING includes EKS_RUNTIME_MONITORING; GuardDuty refuses both");
        }
        if (new LinkedHashSet<>(standards()).size() != standards().size()) {
            throw new IllegalArgumentException("standards: one stands there twice");
        }
    }

    private Set<String> features() {
        Set<String> features = new LinkedHashSet<>(FEATURES);
        features.addAll(moreFeatures());
        return features;
    }

    @Lazy
    Parameter enableGuardDuty() {
        return flag("EnableGuardDuty", "Enable GuardDuty; false if account and region have a detector");
    }

    @Lazy
    Parameter enableSecurityHub() {
        return flag("EnableSecurityHub", "Enable Security Hub; false if account and region have it");
    }

    private static Parameter flag(String logicalId, String description) {
        return Parameter.string(logicalId)
                .description(description)
                .defaultValue("false")
                .allowedValues("true", "false")
                .build();
    }

    /** The condition on which the stack has a detector of GuardDuty. */
    @Lazy
    public Condition detecting() {
        return Condition.of("DetectThreats", Equals.of(enableGuardDuty().ref(), "true"));
    }

    /** The condition on which the stack has Security Hub. */
    @Lazy
    public Condition judging() {
        return Condition.of("JudgeSecurity", Equals.of(enableSecurityHub().ref(), "true"));
    }

    @Override
    public List<ConfigCheck> configChecks() {
        List<ConfigCheck> checks = new ArrayList<>();
        checks.add(
                ConfigCheck.builder(logicalId() + "DetectorRule", "guardduty-enabled", "GUARDDUTY_ENABLED_CENTRALIZED")
                        .description("GuardDuty looks for threats")
                        .when(detecting())
                        .build());
        if (securityHub()) {
            checks.add(ConfigCheck.builder(logicalId() + "HubRule", "securityhub-enabled", "SECURITYHUB_ENABLED")
                    .description("Security Hub judges the account")
                    .when(judging())
                    .build());
        }
        return List.copyOf(checks);
    }

    @Override
    public List<EventAlert> eventAlerts() {
        return List.of(EventAlert.builder(logicalId() + "FindingRule", "guardduty-finding")
                .description("GuardDuty found a threat")
                .putPattern("source", List.of("aws.guardduty"))
                .putPattern("detail-type", List.of("GuardDuty Finding"))
                .putPattern("detail", Map.of("severity", List.of(Map.of("numeric", List.of(">=", alertSeverity())))))
                .when(detecting())
                .build());
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        Fragment.Builder fragment = Fragment.builder()
                .heading("Threat detection")
                .addParameters(enableGuardDuty())
                .addConditions(detecting())
                .addResources(detector());
        if (securityHub()) {
            fragment.addParameters(enableSecurityHub()).addConditions(judging()).addAllResources(hubAndStandards());
        }
        return fragment.build();
    }

    private List<Resource> hubAndStandards() {
        List<Resource> resources = new ArrayList<>();
        Hub hub = Hub.builder(logicalId() + "Hub", source())
                .enableDefaultStandards(false)
                .autoEnableControls(true)
                .controlFindingGenerator("SECURITY_CONTROL")
                .options(options -> options.condition(judging()))
                .build();
        resources.add(hub);
        for (SecurityStandard standard : standards()) {
            resources.add(Standard.builder(logicalId() + standard.idEnd(), source())
                    .standardsArn(standard.arn())
                    .options(options -> options.condition(judging()).dependsOn(hub))
                    .build());
        }
        return resources;
    }

    private Detector detector() {
        List<Value<CFNFeatureConfiguration>> features = new ArrayList<>();
        for (String feature : features()) {
            features.add(CFNFeatureConfiguration.builder()
                    .name(feature)
                    .status(CFNFeatureConfiguration.STATUS_ENABLED)
                    .build());
        }
        return Detector.builder(logicalId() + "Detector", source())
                .enable(true)
                .findingPublishingFrequency(Detector.FINDING_PUBLISHING_FREQUENCY_FIFTEEN_MINUTES)
                .features(Value.list(features))
                .options(options -> options.condition(detecting()).metadata(ExceptionRecord.metadata(NO_DATA_SOURCES)))
                .build();
    }

    /** Collects the options of a detection. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableThreatDetection.Builder {

        Builder() {}
    }
}
