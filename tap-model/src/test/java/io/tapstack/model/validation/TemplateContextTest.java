package io.tapstack.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.facts.CloudFormationFacts;
import org.junit.jupiter.api.Test;

class TemplateContextTest {

    private static TemplateContext context(String yaml) {
        return TemplateContext.of(FixtureReader.read("t.yml", yaml), CloudFormationFacts.bundled());
    }

    @Test
    void knowsEveryUseOfANameAndItsPlace() {
        TemplateContext context = context("""
            Metadata: {Note: !Ref Ignored}
            Parameters: {P: {Type: String}}
            Mappings: {M: {a: {b: c}}}
            Conditions: {C: !Not [!Condition D], D: !Equals [!Ref P, x]}
            Resources:
              R:
                Type: AWS::SQS::Queue
                Condition: C
                DependsOn: [Q]
                DeletionPolicy: !Ref P
                Metadata: {a: !GetAtt Q.Arn}
                Properties:
                  Policy: {Statement: [{Resource: !Sub ['${Q.Arn} ${v} ${AWS::Region}', {v: !Ref P}]}]}
                  Name: !If [D, !FindInMap [M, !Ref P, b], !Ref AWS::NoValue]
            Outputs: {O: {Condition: D, Value: !GetAtt [Q, !Ref P]}}
            """);

        assertThat(context.references())
                .extracting(Object::toString)
                .containsExactly(
                        "CONDITION D at Conditions/C/Fn::Not/0",
                        "REF P at Conditions/D/Fn::Equals/0",
                        "CONDITION C at Resources/R/Condition",
                        "DEPENDS_ON Q at Resources/R/DependsOn/0",
                        "REF P at Resources/R/DeletionPolicy",
                        "GET_ATT Q.Arn at Resources/R/Metadata/a",
                        "SUB Q.Arn at Resources/R/Properties/Policy/Statement/0/Resource",
                        "SUB AWS::Region at Resources/R/Properties/Policy/Statement/0/Resource",
                        "REF P at Resources/R/Properties/Policy/Statement/0/Resource/Fn::Sub/1/v",
                        "IF D at Resources/R/Properties/Name",
                        "FIND_IN_MAP M at Resources/R/Properties/Name/Fn::If/1",
                        "REF P at Resources/R/Properties/Name/Fn::If/1/Fn::FindInMap/1",
                        "REF AWS::NoValue at Resources/R/Properties/Name/Fn::If/2",
                        "CONDITION D at Outputs/O/Condition",
                        "GET_ATT Q at Outputs/O/Value",
                        "REF P at Outputs/O/Value/Fn::GetAtt/1");
        assertThat(context.references(Reference.Kind.FIND_IN_MAP).get(0).guard())
                .hasToString("condition C is true and condition D is true");
        assertThat(context.functions())
                .extracting(use -> use.function().functionName())
                .containsExactly("Fn::Not", "Condition", "Fn::Equals", "Fn::Sub", "Fn::If", "Fn::FindInMap");
    }

    @Test
    void ordersPathsAsTheTemplateDoes() {
        TemplatePath table = TemplatePath.root().member("Resources", 5).member("Table", 1);
        TemplatePath bucket = TemplatePath.root().member("Resources", 5).member("Bucket", 2);

        assertThat(table).isLessThan(bucket);
        assertThat(table.member("Properties", 0)).isGreaterThan(table).isLessThan(bucket);
        assertThat(table.member("Tags", 3).item(2))
                .isLessThan(table.member("Tags", 3).item(10));
        assertThat(table.member("a/b~c")).hasToString("Resources/Table/a~1b~0c");
        assertThat(TemplatePath.root()).hasToString("");
    }

    @Test
    void suggestsWhatIsClose() {
        var names = java.util.List.of("KeySchema", "TableName", "Tags");

        assertThat(Suggestions.closest("keyschema", names)).isEqualTo("KeySchema");
        assertThat(Suggestions.closest("KeyShcema", names)).isEqualTo("KeySchema");
        assertThat(Suggestions.closest("Tag", names)).isEqualTo("Tags");
        assertThat(Suggestions.closest("Banana", names)).isNull();
    }

    @Test
    void givesUpOnSlowPatternsInTime() {
        var slow = java.util.regex.Pattern.compile("(a|aa)+\\1c");

        assertThat(PatternMatch.find(slow, "a".repeat(50))).isEqualTo(PatternMatch.UNKNOWN);
        assertThat(PatternMatch.find(slow, "aaac")).isEqualTo(PatternMatch.YES);
        assertThat(PatternMatch.whole(slow, "aaacd")).isEqualTo(PatternMatch.NO);
    }

    @Test
    void matchesTheNamesThatLoopsMake() {
        assertThat(LoopKeys.matches("Topic${Name}", "TopicA")).isTrue();
        assertThat(LoopKeys.matches("${Name}Topic", "ATopic")).isTrue();
        assertThat(LoopKeys.matches("A${X}B${Y}", "A1B2")).isTrue();
        assertThat(LoopKeys.matches("A${X}B${Y}", "A12")).isFalse();
        assertThat(LoopKeys.matches("Topic", "Topic")).isTrue();
        assertThat(LoopKeys.matches("Topic", "Topics")).isFalse();
    }
}
