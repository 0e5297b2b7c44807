package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.LogicalId;
import org.junit.jupiter.api.Test;

class StackProtectionTest {

    private static final StackProtection PROTECTION = StackProtection.byParameter();

    private static Template stack(Preset... presets) {
        return SecureStack.builder(StackConventions.builder(Parameter.string("Suffix")
                                .maxLength(20)
                                .allowedPattern("[a-z0-9]+")
                                .build())
                        .protectWhen(PROTECTION.condition())
                        .build())
                .description("A stack that a parameter protects")
                .addPresets(PROTECTION)
                .addPresets(presets)
                .build()
                .template();
    }

    @Test
    void theParameterReachesStoresRuleAndCommand() {
        EncryptedLogGroup group =
                EncryptedLogGroup.builder("Logs").name("/logs").key(Stacks.KEY).build();
        Template template = stack(Stacks.KEY, Stacks.TABLE, group, ComplianceMonitor.of(Stacks.KEY));

        assertThat(template.parameters().get(1).text("Default")).contains("false");
        for (String store : new String[] {"Table", "Logs"}) {
            assertThat(Stacks.resource(template, store))
                    .as(store)
                    .contains("DeletionProtectionEnabled: {Fn::If: [\"ProtectFromDeletion\", true, false]}");
        }
        assertThat(Stacks.resource(template, "TerminationProtectionRule"))
                .contains("CLOUDFORMATION_TERMINATION_PROTECTION_CHECK", "{Ref: \"AWS::StackId\"}");
        assertThat(template.resource(LogicalId.of("TerminationProtectionRule"))
                        .orElseThrow()
                        .options()
                        .condition())
                .contains(LogicalId.of("ProtectFromDeletion"));
        assertThat(template.outputs().get(0).members().toString())
                .contains("--enable-termination-protection", "--no-enable-termination-protection");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void withoutItNothingIsProtected() {
        assertThat(Stacks.resource(Stacks.of(Stacks.KEY, Stacks.TABLE), "Table"))
                .contains("DeletionProtectionEnabled: false");
    }
}
