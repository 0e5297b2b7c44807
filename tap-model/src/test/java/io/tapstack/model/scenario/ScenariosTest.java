package io.tapstack.model.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.FixtureReader;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScenariosTest {

    private static Scenarios scenarios(String yaml) {
        return Scenarios.of(FixtureReader.read("t.yml", yaml + "Resources: {Q: {Type: AWS::SQS::Queue}}\n"));
    }

    private static Guard guard(String... terms) {
        Guard guard = null;
        for (String term : terms) {
            boolean holds = !term.startsWith("!");
            guard = Guard.within(guard, holds ? term : term.substring(1), holds);
        }
        return Objects.requireNonNull(guard);
    }

    @Test
    void tellsWhichConditionsCanHoldTogether() {
        Scenarios scenarios = scenarios("""
            Parameters: {Env: {Type: String, AllowedValues: [dev, test, prod]}, Free: {Type: String}, Other: {Type: String}}
            Conditions:
              Dev: !Equals [!Ref Env, dev]
              Prod: !Equals [prod, !Ref Env]
              Test: !Equals [!Ref Env, test]
              None: !Not [!Or [!Condition Dev, !Condition Prod, !Condition Test]]
              Same: !Equals [!Ref Free, !Ref Other]
              FreeA: !Equals [!Ref Free, a]
              OtherA: !Equals [!Ref Other, a]
              Never: !Equals [a, b]
              Part: !Equals [!Select [0, !Split ['-', !Ref Free]], a]
            """);

        assertThat(scenarios.satisfiable(null)).isEqualTo(Satisfiability.POSSIBLE);
        assertThat(scenarios.satisfiable(guard("Dev"))).isEqualTo(Satisfiability.POSSIBLE);
        assertThat(scenarios.satisfiable(guard("Dev", "Prod"))).isEqualTo(Satisfiability.IMPOSSIBLE);
        assertThat(scenarios.satisfiable(guard("!Dev", "!Prod", "!Test"))).isEqualTo(Satisfiability.IMPOSSIBLE);
        assertThat(scenarios.satisfiable(guard("None"))).isEqualTo(Satisfiability.IMPOSSIBLE);
        assertThat(scenarios.satisfiable(guard("Same", "FreeA", "!OtherA"))).isEqualTo(Satisfiability.IMPOSSIBLE);
        assertThat(scenarios.satisfiable(guard("Same", "!FreeA"))).isEqualTo(Satisfiability.POSSIBLE);
        assertThat(scenarios.satisfiable(guard("Never"))).isEqualTo(Satisfiability.IMPOSSIBLE);
        assertThat(scenarios.satisfiable(guard("Part"))).isEqualTo(Satisfiability.POSSIBLE);
        assertThat(scenarios.satisfiable(guard("Part", "!FreeA"))).isEqualTo(Satisfiability.UNKNOWN);
        assertThat(scenarios.satisfiable(guard("NotDeclared"))).isEqualTo(Satisfiability.UNKNOWN);
        assertThat(scenarios.satisfiable(guard("NotDeclared", "!NotDeclared"))).isEqualTo(Satisfiability.IMPOSSIBLE);
    }

    @Test
    void waysCoverAGuardTogether() {
        Scenarios scenarios = scenarios("""
            Parameters: {Env: {Type: String, AllowedValues: [dev, test, prod]}}
            Conditions:
              Dev: !Equals [!Ref Env, dev]
              Prod: !Equals [!Ref Env, prod]
              Test: !Equals [!Ref Env, test]
            """);

        assertThat(scenarios.isCovered(null, List.of(guard("Dev"), guard("Prod"), guard("Test"))))
                .isTrue();
        assertThat(scenarios.isCovered(null, List.of(guard("Dev"), guard("Prod"))))
                .isFalse();
        assertThat(scenarios.isCovered(guard("!Test"), List.of(guard("Dev"), guard("Prod"))))
                .isTrue();
        assertThat(scenarios.isCovered(guard("Dev"), List.of())).isFalse();
        assertThat(scenarios.isCovered(guard("Dev", "Prod"), List.of())).isTrue();
        assertThat(scenarios.isCovered(null, Arrays.asList(guard("Dev"), null))).isTrue();
    }

    @Test
    void findsWhenNoWayCounts() {
        Scenarios scenarios = scenarios("""
            Parameters:
              Env: {Type: String, AllowedValues: [dev, test, prod]}
            Conditions:
              Dev: !Equals [!Ref Env, dev]
              Prod: !Equals [!Ref Env, prod]
              Test: !Equals [!Ref Env, test]
            """);
        Guard isDevOrTest = Guard.choosing(null, "Env", List.of("dev", "test"));

        assertThat(scenarios.uncovered(null, List.of(guard("Dev"), guard("Prod"))))
                .contains(guard("!Dev", "!Prod"));
        assertThat(scenarios.uncovered(guard("!Test"), List.of(guard("Dev", "!Prod"))))
                .contains(guard("!Test", "!Dev"));
        assertThat(scenarios.uncovered(null, List.of(isDevOrTest)))
                .contains(Guard.choosing(null, "Env", List.of("prod")));
        assertThat(scenarios.uncovered(null, List.of(guard("Dev"), guard("Prod"), guard("Test"))))
                .isEmpty();
        assertThat(scenarios.uncovered(guard("Dev"), List.of())).contains(guard("Dev"));
        assertThat(scenarios.uncovered(guard("Dev", "Prod"), List.of())).isEmpty();
        assertThat(scenarios.uncovered(null, Arrays.asList(guard("Dev"), null))).isEmpty();
    }

    @Test
    void namesTheSmallestChoiceInPlainWords() {
        Scenarios scenarios = scenarios("""
            Parameters:
              Env: {Type: String, AllowedValues: [dev, test, prod], Default: test}
              Free: {Type: String}
              Other: {Type: String}
            Conditions:
              Prod: !Equals [!Ref Env, prod]
              FreeA: !Equals [!Ref Free, a]
              FreeB: !Equals [!Ref Free, b]
              Both: !And [!Condition Prod, !Or [!Condition FreeA, !Not [!Condition FreeA]]]
              Same: !Equals [!Ref Free, !Ref Other]
              Part: !Equals [!Select [0, !Split ['-', !Ref Free]], a]
              Always: !Equals [a, a]
            """);

        assertThat(scenarios.when(null)).isEmpty();
        assertThat(scenarios.when(guard("Prod"))).isEqualTo(" when Env is 'prod'");
        assertThat(scenarios.when(guard("!Prod"))).isEqualTo(" when Env is 'test'");
        assertThat(scenarios.when(guard("Both"))).isEqualTo(" when Env is 'prod'");
        assertThat(scenarios.when(guard("!FreeA"))).isEqualTo(" when Free is not 'a'");
        assertThat(scenarios.when(guard("!FreeA", "!FreeB"))).isEqualTo(" when Free is none of 'a', 'b'");
        assertThat(scenarios.when(guard("Always", "!FreeA", "Prod")))
                .isEqualTo(" when Free is not 'a' and Env is 'prod'");
        assertThat(scenarios.when(guard("Always"))).isEmpty();
        assertThat(scenarios.when(guard("Same"))).isEqualTo(" when condition Same is true");
        assertThat(scenarios.when(guard("Part"))).isEqualTo(" when condition Part is true");
        assertThat(scenarios.when(guard("NotDeclared")))
                .isEqualTo(" when condition NotDeclared is true, if that can be");
        assertThat(scenarios.example(guard("!FreeA"))).hasValueSatisfying(scenario -> {
            assertThat(scenario.parameters()).containsExactly("Free");
            assertThat(scenario.value("Free")).isEmpty();
            assertThat(scenario.excluded("Free")).containsExactly("a");
            assertThat(scenario.guard()).isEqualTo(guard("!FreeA"));
        });
        assertThat(scenarios.example(guard("Same"))).isEmpty();
    }

    @Test
    void rulesOfTheTemplateNarrowWhatCanBe() {
        String parameters = """
            Parameters:
              Env: {Type: String, AllowedValues: [dev, prod]}
              Encrypt: {Type: String, AllowedValues: ['true', 'false']}
              Vpc: {Type: 'AWS::EC2::VPC::Id'}
            Conditions:
              Prod: !Equals [!Ref Env, prod]
              Plain: !Equals [!Ref Encrypt, 'false']
            """;
        String rules = """
            Rules:
              Strict:
                RuleCondition: !Equals [!Ref Env, prod]
                Assertions: [{Assert: !Contains [['true'], !Ref Encrypt]}]
              Elsewhere: {Assertions: [{Assert: !EachMemberIn [!ValueOfAll ['AWS::EC2::Subnet::Id', VpcId], !RefAll 'AWS::EC2::VPC::Id']}]}
            """;

        assertThat(scenarios(parameters).satisfiable(guard("Prod", "Plain"))).isEqualTo(Satisfiability.POSSIBLE);
        Scenarios narrowed = scenarios(parameters + rules);
        assertThat(narrowed.satisfiable(guard("Prod", "Plain"))).isEqualTo(Satisfiability.IMPOSSIBLE);
        assertThat(narrowed.when(guard("!Plain", "Prod"))).isEqualTo(" when Env is 'prod'");
        assertThat(narrowed.when(guard("!Prod", "Plain"))).isEqualTo(" when Encrypt is 'false'");
    }

    @Test
    void aRuleThatIsNotUnderstoodLeavesInDoubtWhatItIsAbout() {
        Scenarios scenarios = scenarios("""
            Parameters: {Env: {Type: String, AllowedValues: [dev, prod]}, Free: {Type: String}}
            Conditions: {Prod: !Equals [!Ref Env, prod], FreeA: !Equals [!Ref Free, a]}
            Rules: {Odd: {Assertions: [{Assert: !Contains [!Split [',', !Ref Env], a]}]}}
            """);

        assertThat(scenarios.satisfiable(guard("Prod"))).isEqualTo(Satisfiability.UNKNOWN);
        assertThat(scenarios.satisfiable(guard("FreeA"))).isEqualTo(Satisfiability.POSSIBLE);
    }

    @Test
    void contradictoryRulesAreLeftOutOfAccount() {
        Scenarios scenarios = scenarios("""
            Parameters: {Env: {Type: String, AllowedValues: [dev, prod]}}
            Conditions: {Prod: !Equals [!Ref Env, prod]}
            Rules:
              One: {Assertions: [{Assert: !Equals [!Ref Env, dev]}]}
              Two: {Assertions: [{Assert: !Equals [!Ref Env, prod]}]}
            """);

        assertThat(scenarios.when(guard("Prod"))).isEqualTo(" when Env is 'prod'");
    }

    @Test
    void mappingsAreLookedUp() {
        Scenarios scenarios = scenarios("""
            Parameters: {Env: {Type: String}}
            Mappings:
              Size: {dev: {multi: no}, test: {multi: no}, prod: {multi: yes}}
            Conditions:
              Multi: !Equals [!FindInMap [Size, !Ref Env, multi], yes]
              Prod: !Equals [!Ref Env, prod]
              Elsewhere: !Equals [!Ref Env, nowhere]
              Known: !Equals [!Sub '${AWS::Region}', x]
            """);

        assertThat(scenarios.satisfiable(guard("Multi", "!Prod"))).isEqualTo(Satisfiability.IMPOSSIBLE);
        assertThat(scenarios.when(guard("Multi"))).isEqualTo(" when Env is 'prod'");
        assertThat(scenarios.when(guard("!Multi"))).isEqualTo(" when Env is 'dev'");
        assertThat(scenarios.satisfiable(guard("Elsewhere"))).isEqualTo(Satisfiability.IMPOSSIBLE);
        assertThat(scenarios.satisfiable(guard("Known"))).isEqualTo(Satisfiability.UNKNOWN);
    }

    @Test
    void valuesOfTheParameterStoreAndOfListsAreNotThoseThatAreAllowed() {
        Scenarios scenarios = scenarios("""
            Parameters:
              Stored: {Type: 'AWS::SSM::Parameter::Value<String>', AllowedValues: [/a/b]}
              Many: {Type: CommaDelimitedList, AllowedValues: [a, b]}
            Conditions: {Is: !Equals [!Ref Stored, x], Empty: !Equals [!Join ['', !Ref Many], '']}
            """);

        assertThat(scenarios.when(guard("Is"))).isEqualTo(" when Stored is 'x'");
        assertThat(scenarios.satisfiable(guard("Empty"))).isEqualTo(Satisfiability.POSSIBLE);
        assertThat(scenarios.ways(Ref.to(LogicalId.of("Many")), null))
                .singleElement()
                .hasToString("{Ref: \"Many\"}");
    }

    @Test
    void aValueIsFollowedThroughConditionsParametersAndMappings() {
        Scenarios scenarios = scenarios("""
            Parameters: {Env: {Type: String, AllowedValues: [dev, test, prod]}, Days: {Type: Number, AllowedValues: [7, 90]}}
            Mappings: {Size: {dev: {days: 1}, test: {days: 1}, prod: {days: 365}}}
            Conditions: {Prod: !Equals [!Ref Env, prod], Test: !Equals [!Ref Env, test]}
            """);
        Value<String> looked = FindInMap.of(LogicalId.of("Size"), Ref.to(LogicalId.of("Env")), Literal.of("days"));
        Value<String> days = Ref.to(LogicalId.of("Days"));
        Value<String> value = If.of(
                LogicalId.of("Prod"),
                If.of(LogicalId.of("Test"), days, looked),
                If.of(LogicalId.of("Test"), days, PseudoParameter.noValue()));

        List<Way> ways = scenarios.ways(value, null);
        assertThat(ways)
                .extracting(way -> way.value() + scenarios.when(way.guard()) + " by " + way.branches())
                .containsExactly(
                        "365 when Env is 'prod' by [1, 2]",
                        "\"7\" when Env is 'test' and Days is '7' by [2, 1]",
                        "\"90\" when Env is 'test' and Days is '90' by [2, 1]",
                        "null when Env is 'dev' by [2, 2]");
        assertThat(scenarios.ways(looked, null))
                .extracting(way -> way.value() + scenarios.when(way.guard()))
                .containsExactly("1 when Env is 'dev'", "365 when Env is 'prod'");
        assertThat(Way.written(value, null)).hasSize(4);
        assertThat(scenarios.ways(null, null))
                .singleElement()
                .satisfies(way -> assertThat(way.value()).isNull());
    }

    @Test
    void bothKeysOfAMappingMayBeParameters() {
        Scenarios scenarios = scenarios("""
            Parameters: {Env: {Type: String}, Kind: {Type: String, AllowedValues: [small, large]}}
            Mappings: {Size: {dev: {small: 1, large: 1}, test: {small: 1, large: 1}, prod: {small: 1, large: 9, none: 0}}}
            """);
        Value<String> looked =
                FindInMap.of(LogicalId.of("Size"), Ref.to(LogicalId.of("Env")), Ref.to(LogicalId.of("Kind")));

        assertThat(scenarios.ways(looked, null))
                .extracting(Way::toString)
                .containsExactly(
                        "1 when Env is one of 'dev', 'test' and Kind is one of 'small', 'large'",
                        "1 when Env is 'prod' and Kind is 'small'",
                        "9 when Env is 'prod' and Kind is 'large'");
    }

    @Test
    void tooManyCombinationsAreToldAndNeverCountAsImpossible() {
        // More parameters than there are values, and no two alike: never so, but found out by trying only.
        Scenarios few = allDifferent(6);
        Guard fewDiffer = unlike(6);
        Scenarios many = allDifferent(14);
        Guard allDifferent = unlike(14);

        assertThat(few.satisfiable(fewDiffer)).isEqualTo(Satisfiability.IMPOSSIBLE);
        assertThat(few.isTooMuch(fewDiffer)).isFalse();
        assertThat(many.satisfiable(allDifferent)).isEqualTo(Satisfiability.UNKNOWN);
        assertThat(many.isTooMuch(allDifferent)).isTrue();
        assertThat(many.when(allDifferent)).endsWith(", if that can be");
        assertThat(many.example(allDifferent)).isEmpty();
        assertThat(many.isTooMuch(guard("E0x1"))).isFalse();
        assertThat(many.isTooMuch(null)).isFalse();
    }

    private static Guard unlike(int count) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                terms.add("!E" + j + "x" + i);
            }
        }
        return guard(terms.toArray(new String[0]));
    }

    private static Scenarios allDifferent(int count) {
        Template.Builder template = Template.builder();
        String[] values = new String[count - 1];
        Arrays.setAll(values, number -> "v" + number);
        for (int i = 0; i < count; i++) {
            Parameter parameter =
                    Parameter.string("P" + i).allowedValues(values).build();
            template.addParameters(parameter);
            for (int j = 0; j < i; j++) {
                Value<String> other = Ref.to(LogicalId.of("P" + j));
                template.addConditions(Condition.of("E" + j + "x" + i, Equals.of(parameter.ref(), other)));
            }
        }
        return Scenarios.of(template.build());
    }
}
