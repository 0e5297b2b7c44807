package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.AlarmSet;
import io.tapstack.patterns.preset.AlertTopic;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.SecurityStandard;
import io.tapstack.patterns.preset.StackConventions;
import io.tapstack.patterns.preset.ThreatDetection;

/** GuardDuty and Security Hub for an account, and a topic that tells of threats. */
final class ThreatDetectionExample {

    private ThreatDetectionExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("security"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("Key")
                .description("Key of alerts")
                .alias("alerts")
                .build();
        AlertTopic alerts =
                AlertTopic.builder("AlertTopic").name("alerts").key(key).build();
        ThreatDetection threats = ThreatDetection.builder("Threat")
                .addStandards(SecurityStandard.FOUNDATIONAL, SecurityStandard.PCI_DSS, SecurityStandard.NIST_800_53)
                .alertSeverity(7)
                .build();
        return SecureStack.builder(conventions)
                .description("GuardDuty and Security Hub, switched on by parameters")
                .addPresets(key, alerts, threats, AlarmSet.builder(alerts).build())
                .build();
    }
}
