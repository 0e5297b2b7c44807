package io.tapstack.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings tell the choice of parameters under which they hold, and what can't be told is not passed over. */
class FindingScenarioTest {

    private static final String TABLE = """
        Parameters: {Env: {Type: String, AllowedValues: [dev, test, prod]}}
        Conditions: {IsProd: !Equals [!Ref Env, prod], Always: !Equals [a, a], Never: !Equals [a, b]}
        Resources:
          Table:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{AttributeName: id, KeyType: HASH}]
              AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
              BillingMode: %s
        """;

    private static List<String> messages(String yaml) {
        return StructuralRules.validator().validate(FixtureReader.read("t.yml", yaml)).findings().stream()
                .filter(finding -> finding.ruleId().equals("EnumValue"))
                .map(Finding::message)
                .toList();
    }

    /** Reports twice the same at one place, once for each value of a parameter. */
    private static final class Probe implements TemplateRule {

        private final List<String> values;
        private final boolean written;

        Probe(List<String> values, boolean written) {
            this.values = values;
            this.written = written;
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String title() {
            return "Probe";
        }

        @Override
        public void check(TemplateContext context, FindingSink sink) {
            Element element = context.elements(Section.RESOURCES).get(0);
            for (String value : values) {
                Guard guard = Guard.choosing(element.guard(), "Env", List.of(value));
                sink.report(
                        written
                                ? Place.written(element, element.path(), guard)
                                : Place.of(element, element.path(), guard),
                        "It is bad.",
                        "Mend it.");
            }
        }
    }

    private static List<String> probed(Probe probe, String yaml) {
        return TemplateValidator.of(List.of(probe)).validate(FixtureReader.read("t.yml", yaml)).findings().stream()
                .map(Finding::message)
                .toList();
    }

    @Test
    void aFindingInABranchNamesASmallestChoice() {
        assertThat(messages(TABLE.formatted("!If [IsProd, OFTEN, PROVISIONED]")))
                .singleElement()
                .asString()
                .endsWith(", and 'OFTEN' is given when Env is 'prod'.");
        assertThat(messages(TABLE.formatted("!If [IsProd, PROVISIONED, OFTEN]")))
                .singleElement()
                .asString()
                .endsWith(", and 'OFTEN' is given when Env is 'dev'.");
    }

    @Test
    void aFindingThatAlwaysHoldsNamesNoneAndOneThatNeverHoldsIsDropped() {
        assertThat(messages(TABLE.formatted("OFTEN")))
                .singleElement()
                .asString()
                .endsWith("is given.");
        assertThat(messages(TABLE.formatted("!If [Always, OFTEN, PROVISIONED]")))
                .singleElement()
                .asString()
                .endsWith("is given.");
        assertThat(messages(TABLE.formatted("!If [Never, OFTEN, PROVISIONED]"))).isEmpty();
        assertThat(messages(TABLE.formatted("!If [IsProd, PROVISIONED, !If [IsProd, OFTEN, PROVISIONED]]")))
                .isEmpty();
    }

    @Test
    void ofTheSameForSeveralValuesTheFirstIsNamed() {
        String yaml = TABLE.formatted("PROVISIONED");

        assertThat(probed(new Probe(List.of("test", "dev"), false), yaml))
                .containsExactly("It is bad when Env is 'test'.");
        assertThat(probed(new Probe(List.of("nowhere", "dev"), false), yaml))
                .containsExactly("It is bad when Env is 'dev'.");
        assertThat(probed(new Probe(List.of("test"), true), yaml)).containsExactly("It is bad.");
    }

    @Test
    void tooManyCombinationsLeaveTheFindingAndAreToldBesideIt() {
        Template hard = FixtureReader.read("t.yml", pigeons(11));
        ValidationResult result = StructuralRules.validator().validate(hard);

        assertThat(result.findings())
                .filteredOn(finding -> finding.ruleId().equals("EnumValue"))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .endsWith(" when condition AllDiffer is true, if that can be.");
        assertThat(result.unjudged())
                .filteredOn(finding -> finding.ruleId().equals("EnumValue"))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("too many combinations");
        assertThat(StructuralRules.validator()
                        .validate(FixtureReader.read("t.yml", pigeons(5)))
                        .findings())
                .noneMatch(finding -> finding.ruleId().equals("EnumValue"));
    }

    /** A wrong value under the condition that parameters with one value less than there are of them all differ. */
    private static String pigeons(int count) {
        StringBuilder parameters = new StringBuilder("Parameters:\n");
        StringBuilder conditions = new StringBuilder("Conditions:\n");
        StringBuilder values = new StringBuilder("0");
        for (int i = 1; i < count - 1; i++) {
            values.append(", ").append(i);
        }
        StringBuilder all = new StringBuilder("  AllDiffer: !And [");
        for (int i = 0; i < count; i++) {
            parameters.append("  P" + i + ": {Type: String, AllowedValues: [" + values + "]}\n");
            if (i > 0) {
                String other = i == 1 ? "!Equals [a, b], " : "";
                conditions.append("  D" + i + ": !Not [!Or [" + other);
                for (int j = 0; j < i; j++) {
                    conditions.append(j == 0 ? "" : ", ").append("!Equals [!Ref P" + i + ", !Ref P" + j + "]");
                }
                conditions.append("]]\n");
                all.append(i == 1 ? "" : ", ").append("!Condition D" + i);
            }
        }
        return parameters + conditions.toString() + all + "]\n"
                + TABLE.substring(TABLE.indexOf("Resources:")).formatted("!If [AllDiffer, OFTEN, PROVISIONED]");
    }

    @Test
    void tooManyConditionsOnOneObjectAreToldToBeUnjudged() {
        StringBuilder yaml = new StringBuilder("Parameters:\n");
        StringBuilder conditions = new StringBuilder("Conditions:\n");
        String schema = "[{AttributeName: id, KeyType: HASH}]";
        for (int i = 0; i < 8; i++) {
            yaml.append("  P" + i + ": {Type: String}\n");
            conditions.append("  C" + i + ": !Equals [!Ref P" + i + ", a]\n");
            schema = "!If [C" + i + ", " + schema + ", [{AttributeName: id, KeyType: HASH}]]";
        }
        yaml.append(conditions)
                .append("Resources: {Table: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: " + schema + "}}}");

        assertThat(StructuralRules.validator()
                        .validate(FixtureReader.read("t.yml", yaml.toString()))
                        .unjudged())
                .filteredOn(finding -> finding.ruleId().equals("MissingProperty"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("8 conditions decide whether KeySchema are there, in too many ways to try.");
    }
}
