package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapstack.model.aws.guardduty.Detector;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.LogicalId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreatDetectionTest {

    private static final ThreatDetection THREATS =
            ThreatDetection.builder("Threat").build();
    private static final AlertTopic TOPIC =
            AlertTopic.builder("Topic").name("alerts").key(Stacks.KEY).build();

    @Test
    void nothingIsEnabledUnlessAParameterSaysSo() {
        Template template = Stacks.of(Stacks.KEY, THREATS);

        assertThat(template.parameters())
                .extracting(parameter -> parameter.logicalId().name())
                .contains("EnableGuardDuty", "EnableSecurityHub");
        assertThat(template.parameters().toString()).doesNotContain("Default: \"true\"");
        assertThat(condition(template, "ThreatDetector")).isEqualTo("DetectThreats");
        for (String id : List.of("ThreatHub", "ThreatFoundationalStandard", "ThreatPciDssStandard")) {
            assertThat(condition(template, id)).as(id).isEqualTo("JudgeSecurity");
        }
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void everySecurePropertyOfTheDetectorIsLookedAt() {
        Resource detector =
                Stacks.of(THREATS).resource(LogicalId.of("ThreatDetector")).orElseThrow();

        assertThat(detects(detector)).isTrue();
        for (String property : List.of("Enable", "Features", "FindingPublishingFrequency")) {
            assertThat(detects(detector.withProperties(detector.properties().without(property))))
                    .as(property)
                    .isFalse();
        }
    }

    private static boolean detects(Resource detector) {
        String properties = detector.properties().toString();
        return detector.resourceType().equals(Detector.TYPE)
                && properties.contains("Enable: true")
                && properties.contains("\"FIFTEEN_MINUTES\"")
                && List.of("S3_DATA_EVENTS", "LAMBDA_NETWORK_LOGS", "RDS_LOGIN_EVENTS", "EBS_MALWARE_PROTECTION")
                        .stream()
                        .allMatch(feature -> properties.contains("{Name: \"" + feature + "\", Status: \"ENABLED\"}"));
    }

    @Test
    void standardsBelongToPartitionAndRegionAndWaitForTheHub() {
        Template template = Stacks.of(THREATS);

        assertThat(Stacks.resource(template, "ThreatPciDssStandard"))
                .contains("arn:${AWS::Partition}:securityhub:${AWS::Region}::standards/pci-dss/v/4.0.1");
        assertThat(template.resource(LogicalId.of("ThreatPciDssStandard"))
                        .orElseThrow()
                        .options()
                        .dependsOn())
                .containsExactly(LogicalId.of("ThreatHub"));
    }

    @Test
    void standardsAndFeaturesCanBeChosen() {
        Template template = Stacks.of(
                Stacks.KEY,
                ThreatDetection.builder("Threat")
                        .addStandards(SecurityStandard.of("Cis", "cis-aws-foundations-benchmark/v/3.0.0"))
                        .addMoreFeatures("RUNTIME_MONITORING")
                        .build());

        assertThat(Stacks.resource(template, "ThreatCis")).contains("cis-aws-foundations-benchmark/v/3.0.0");
        assertThat(template.resource(LogicalId.of("ThreatPciDssStandard"))).isEmpty();
        assertThat(Stacks.resource(template, "ThreatDetector")).contains("RUNTIME_MONITORING", "S3_DATA_EVENTS");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void theHubCarriesItsTagsAsAMap() {
        assertThat(Stacks.resource(Stacks.of(THREATS), "ThreatHub")).contains("Tags: {Project: \"test\"}");
    }

    @Test
    void aStackCanDoWithoutSecurityHub() {
        Template template = Stacks.of(
                Stacks.KEY,
                ThreatDetection.builder("Threat").securityHub(false).build(),
                ComplianceMonitor.of(Stacks.KEY));

        assertThat(Stacks.resource(template, "ThreatDetector")).contains("Enable: true");
        assertThat(Stacks.resource(template, "ThreatDetectorRule")).isNotEmpty();
        assertThat(template.resources()).extracting(Resource::resourceType).noneMatch(type -> type.contains("Hub"));
        assertThat(template.resources().toString() + template.parameters() + template.conditions())
                .doesNotContain("SecurityHub", "JudgeSecurity", "SECURITYHUB");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void anAlarmSetTellsOfFindings() {
        Template template =
                Stacks.of(Stacks.KEY, TOPIC, THREATS, AlarmSet.builder(TOPIC).build());
        Resource rule = template.resource(LogicalId.of("ThreatFindingRule")).orElseThrow();

        assertThat(rule.properties().toString())
                .contains("aws.guardduty", "GuardDuty Finding", "numeric", "\">=\", 4", "{Ref: \"Topic\"}");
        assertThat(condition(template, "ThreatFindingRule")).isEqualTo("DetectThreats");
        assertThat(rule.options().dependsOn()).containsExactly(LogicalId.of("TopicPolicy"));
        assertThat(Stacks.resource(template, "TopicPolicy"))
                .contains("events.amazonaws.com", "rule/guardduty-finding-${Suffix}");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void configWatchesBothWhereTheyAreEnabled() {
        Template template = Stacks.of(Stacks.KEY, THREATS, ComplianceMonitor.of(Stacks.KEY));

        assertThat(Stacks.resource(template, "ThreatDetectorRule")).contains("GUARDDUTY_ENABLED_CENTRALIZED");
        assertThat(condition(template, "ThreatDetectorRule")).isEqualTo("DetectThreats");
        assertThat(Stacks.resource(template, "ThreatHubRule")).contains("SECURITYHUB_ENABLED");
        assertThat(condition(template, "ThreatHubRule")).isEqualTo("JudgeSecurity");
    }

    @Test
    void faultyOptionsAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThreatDetection.builder("T").alertSeverity(11).build())
                .withMessageContaining("alertSeverity: 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThreatDetection.builder("T")
                        .addMoreFeatures("RUNTIME_MONITORING", "EKS_RUNTIME_MONITORING")
                        .build())
                .withMessageContaining("moreFeatures");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThreatDetection.builder("T")
                        .addStandards(SecurityStandard.PCI_DSS, SecurityStandard.PCI_DSS)
                        .build())
                .withMessageContaining("standards");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecurityStandard.of("Pci", "pci dss"))
                .withMessageContaining("path: pci dss");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecurityStandard.of("Pci-Dss", "pci-dss/v/4.0.1"))
                .withMessageContaining("idEnd: Pci-Dss");
    }

    private static String condition(Template template, String logicalId) {
        return template.resource(LogicalId.of(logicalId))
                .orElseThrow()
                .options()
                .condition()
                .orElseThrow()
                .name();
    }
}
