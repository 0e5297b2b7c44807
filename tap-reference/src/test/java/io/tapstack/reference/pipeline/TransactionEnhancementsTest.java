package io.tapstack.reference.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The enhancements of pipeline A are all there on a condition each, or not there at all. */
class TransactionEnhancementsTest {

    private static final Map<String, String> SWITCHES = Map.of(
            "EnableApiKeyRotation", "RotateApiKey",
            "EnableGuardDuty", "DetectThreats",
            "EnableSecurityHub", "JudgeSecurity");

    private final Template complete = new TransactionPipeline().template();
    private final Template lean = new TransactionPipeline().template(Map.of("optional", "none"));

    @Test
    void eachHasAParameterAndAConditionOfItsOwn() {
        assertThat(names(complete)).containsAll(SWITCHES.keySet());
        assertThat(names(lean)).doesNotContainAnyElementsOf(SWITCHES.keySet());
        assertThat(complete.conditions())
                .extracting(Condition::logicalId)
                .containsAll(SWITCHES.values().stream().map(LogicalId::of).toList());
    }

    @Test
    void whatIsThereInAnyCaseIsTheSameWithoutThem() {
        Set<String> conditions = Set.copyOf(SWITCHES.values());
        List<String> always = complete.resources().stream()
                .filter(resource -> resource.options()
                        .condition()
                        .filter(condition -> conditions.contains(condition.name()))
                        .isEmpty())
                .map(resource -> resource.logicalId().name())
                .toList();

        assertThat(lean.resources())
                .extracting(resource -> resource.logicalId().name())
                .containsExactlyElementsOf(always)
                .hasSizeLessThan(complete.resources().size());
    }

    @Test
    void nothingOfTheRotationIsThereWithoutItsCondition() {
        for (Resource resource : complete.resources()) {
            String id = resource.logicalId().name();
            boolean wanted = resource.options()
                    .condition()
                    .filter(LogicalId.of("RotateApiKey")::equals)
                    .isPresent();
            assertThat(wanted).as(id).isEqualTo(id.startsWith("ApiKey") || id.startsWith("SecretsManager"));
        }
    }

    private static List<String> names(Template template) {
        return template.parameters().stream()
                .map(Parameter::logicalId)
                .map(LogicalId::name)
                .toList();
    }
}
