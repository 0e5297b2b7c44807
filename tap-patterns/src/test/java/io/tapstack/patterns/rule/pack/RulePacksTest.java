package io.tapstack.patterns.rule.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.patterns.rule.network.FunctionReachesServices;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulePacksTest {

    private static final Template TEMPLATE = Template.builder()
            .addResources(
                    GenericResource.builder("Worker", "AWS::Lambda::Function").build(),
                    GenericResource.builder("Device", "Acme::Iot::Device").build())
            .build();

    @Test
    void packsAreFoundByTheirNames() {
        assertThat(RulePacks.all()).extracting(RulePack::name).containsExactly("structure", "security");
        for (RulePack pack : RulePacks.all()) {
            assertThat(RulePacks.named(pack.name())).containsSame(pack);
        }
        assertThat(RulePacks.named("Structure")).isEmpty();
    }

    @Test
    void structureHoldsTheRulesOfCloudFormationAlone() {
        assertThat(ids(RulePacks.validator(List.of(RulePacks.STRUCTURE)).rules()))
                .isEqualTo(ids(StructuralRules.all()));
    }

    @Test
    void aRuleOfSeveralPacksRunsOnce() {
        RulePack other = RulePack.of(
                "other",
                "Another choice",
                List.of(PackedRule.of(new FunctionReachesServices(), "AWS::Lambda::Function")));
        List<String> once = ids(RulePacks.validator(List.of(RulePacks.SECURITY)).rules());
        assertThat(ids(RulePacks.validator(List.of(RulePacks.SECURITY, other, RulePacks.SECURITY))
                        .rules()))
                .isEqualTo(once);
        assertThat(once)
                .contains("FunctionReachesServices")
                .endsWith("UnjudgedType")
                .doesNotHaveDuplicates();
    }

    @Test
    void whatNoSecurityRuleKnowsIsUnjudgedAndNotPassed() {
        ValidationResult result =
                RulePacks.validator(List.of(RulePacks.SECURITY)).validate(TEMPLATE);

        assertThat(result.findings()).isEmpty();
        assertThat(result.unjudged())
                .extracting(Finding::ruleId, Finding::path, Finding::message)
                .containsExactly(tuple(
                        "UnjudgedType",
                        "Resources/Device/Type",
                        "No security rule judges resources of Acme::Iot::Device."));
        assertThat(result.judged("UnjudgedType")).isEqualTo(1);
    }

    @Test
    void structureAloneSaysNothingOfSecurity() {
        assertThat(RulePacks.validator(List.of(RulePacks.STRUCTURE))
                        .validate(TEMPLATE)
                        .unjudged())
                .isEmpty();
    }

    @Test
    void everyRuleHasAPage() {
        for (TemplateRule rule : RulePacks.validator(RulePacks.all()).rules()) {
            Path page = Path.of("../docs/rules", rule.id() + ".md");
            assertThat(page).exists();
            assertThat(page).content().startsWith("# " + rule.id() + "\n");
        }
    }

    @Test
    void aRuleThatGoesByTypesNamesOne() {
        assertThatThrownBy(() -> PackedRule.of(new FunctionReachesServices()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FunctionReachesServices");
    }

    private static List<String> ids(List<TemplateRule> rules) {
        return rules.stream().map(TemplateRule::id).toList();
    }
}
