package io.tapstack.patterns.rule.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.patterns.rule.network.FunctionReachesServices;
import java.nio.file.Path;
import java.util.ArrayList;
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
                .endsWith("UnjudgedCode", "UnjudgedType")
                .doesNotHaveDuplicates();
    }

    @Test
    void whatNoSecurityRuleKnowsIsUnjudgedAndNotPassed() {
        ValidationResult result =
                RulePacks.validator(List.of(RulePacks.SECURITY)).validate(TEMPLATE);

        assertThat(result.findings()).extracting(Finding::severity).doesNotContain(Severity.ERROR);
        assertThat(result.unjudged())
                .extracting(Finding::ruleId, Finding::path, Finding::message)
                .containsExactly(
                        tuple(
                                "UnjudgedCode",
                                "Resources/Worker/Properties/Code",
                                "No rule judges the code of Worker, which is not Python code in the template."),
                        tuple(
                                "UnjudgedType",
                                "Resources/Device/Type",
                                "No security rule judges resources of Acme::Iot::Device."));
        assertThat(result.judged("UnjudgedType")).isEqualTo(1);
        assertThat(result.judged("UnjudgedCode")).isZero();
    }

    @Test
    void aRuleThatOnlyWarnsMakesNoTypeAJudgedOne() {
        Template network = Template.builder()
                .addResources(GenericResource.builder("Vpc", "AWS::EC2::VPC").build())
                .build();
        ValidationResult result =
                RulePacks.validator(List.of(RulePacks.SECURITY)).validate(network);

        assertThat(result.findings()).extracting(Finding::ruleId).containsExactly("MissingFlowLog");
        assertThat(result.unjudged()).extracting(Finding::ruleId).containsExactly("UnjudgedType");
    }

    @Test
    void securityHoldsWhatIsGoodPracticeButWhatTheTemplateCannotTell() {
        List<String> rest = new ArrayList<>(packed(RulePacks.PRACTICE));
        rest.removeAll(packed(RulePacks.SECURITY));

        assertThat(rest).containsExactly("FixedName", "NeedlessExport", "UntaggedResource");
    }

    @Test
    void goodPracticeNeverMovesTheExitCode() {
        assertThat(RulePacks.PRACTICE.rules())
                .extracting(packed -> packed.rule().severity())
                .doesNotContain(Severity.ERROR);
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
        for (TemplateRule rule : RulePacks.validator(RulePacks.listed()).rules()) {
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

    private static List<String> packed(RulePack pack) {
        return ids(pack.rules().stream().map(PackedRule::rule).toList());
    }

    private static List<String> ids(List<TemplateRule> rules) {
        return rules.stream().map(TemplateRule::id).toList();
    }
}
