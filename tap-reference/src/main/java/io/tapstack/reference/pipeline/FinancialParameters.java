package io.tapstack.reference.pipeline;

import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.LogRetention;
import io.tapstack.patterns.preset.RotatingSecret;
import io.tapstack.patterns.preset.StackConventions;
import java.util.List;

/** What whoever creates a stack of the financial pipeline chooses, beside the switches that the presets bring. */
final class FinancialParameters {

    private final Parameter suffix = EnvironmentSuffix.withSingleHyphens("prod");

    private final Parameter rotationDays = Parameter.number("SecretRotationDays")
            .description("Days between rotations of the database's password: 30 or fewer")
            .defaultValue("30")
            .minValue(1)
            .maxValue(30)
            .build();

    private final Parameter logDays = Parameter.number("LogRetentionDays")
            .description("Days that all logs are kept: 90 or more; PCI DSS asks for a year")
            .defaultValue("90")
            .allowedValues(
                    "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "3653")
            .build();

    private final Parameter deployer = RotatingSecret.administratorParameter();

    /** Names, tags, and that everything goes with the stack. */
    StackConventions conventions() {
        return StackConventions.builder(suffix)
                .putTags("Environment", suffix.ref())
                .putTags("Project", Value.of("financial-pipeline"))
                .putTags("ComplianceLevel", Value.of("financial"))
                .dataPolicy(DeletionPolicy.DELETE)
                .otherPolicy(DeletionPolicy.DELETE)
                .build();
    }

    /** How long logs are kept. */
    LogRetention logRetention() {
        return LogRetention.chosenBy(logDays);
    }

    /** How many days pass between rotations. */
    Value<Integer> rotationDays() {
        return rotationDays.integerRef();
    }

    /** Who may read the secret beside those who rotate it, if it is limited to them. */
    Parameter deployer() {
        return deployer;
    }

    /** All but the suffix. */
    List<Parameter> others() {
        return List.of(rotationDays, logDays, deployer);
    }
}
