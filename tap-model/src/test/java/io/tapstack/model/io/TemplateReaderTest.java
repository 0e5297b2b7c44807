package io.tapstack.model.io;

import static io.tapstack.model.io.Readers.clean;
import static io.tapstack.model.io.Readers.properties;
import static io.tapstack.model.io.Readers.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.And;
import io.tapstack.model.value.Base64;
import io.tapstack.model.value.Cidr;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAZs;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.Length;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.ToJsonString;
import io.tapstack.model.value.Transform;
import io.tapstack.model.value.UnknownFunction;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a file becomes what builders make. */
class TemplateReaderTest {

    private static final LogicalId NAME = LogicalId.of("Name");

    @Test
    void shortFormsAreFunctions() {
        assertThat(value("!Ref Name")).isInstanceOf(Ref.class).isEqualTo(Ref.to(NAME));
        assertThat(value("!Ref AWS::Region")).isEqualTo(PseudoParameter.REGION);
        assertThat(value("!GetAtt Name.Endpoint.Address"))
                .isInstanceOf(GetAtt.class)
                .isEqualTo(GetAtt.of(NAME, "Endpoint.Address"));
        assertThat(value("!GetAtt [Name, Arn]")).isEqualTo(GetAtt.of(NAME, "Arn"));
        assertThat(value("!GetAtt\n  - Name\n  - !Ref Name")).isEqualTo(GetAtt.of(NAME, Ref.<String>to(NAME)));
        assertThat(value("!Sub 'a-${Name}'")).isInstanceOf(Sub.class).isEqualTo(Sub.of("a-${Name}"));
        assertThat(value("!Sub ['${A}', {A: !Ref Name}]")).isEqualTo(Sub.of("${A}", Map.of("A", Ref.to(NAME))));
        assertThat(value("!If [Name, a, !Ref AWS::NoValue]"))
                .isInstanceOf(If.class)
                .isEqualTo(If.orNoValue(NAME, Value.of("a")));
        assertThat(value("!Join [',', [a, !Ref Name]]"))
                .isInstanceOf(Join.class)
                .isEqualTo(Join.of(",", Value.of("a"), Ref.to(NAME)));
        assertThat(value("!Select [0, !GetAZs '']"))
                .isInstanceOf(Select.class)
                .isEqualTo(Select.of(0, GetAZs.of(Value.of(""))));
        assertThat(value("!FindInMap [Name, !Ref AWS::Region, Key]"))
                .isInstanceOf(FindInMap.class)
                .isEqualTo(FindInMap.of(NAME, PseudoParameter.REGION, Value.of("Key")));
        assertThat(value("!Cidr [10.0.0.0/16, 6, 8]"))
                .isInstanceOf(Cidr.class)
                .isEqualTo(Cidr.of(Value.of("10.0.0.0/16"), Value.of(6), Value.of(8)));
        assertThat(value("!Transform {Name: AWS::Include, Parameters: {Location: s3://x}}"))
                .isInstanceOf(Transform.class);
    }

    @Test
    void longFormsAreFunctionsToo() {
        assertThat(value("{Ref: Name}")).isEqualTo(Ref.to(NAME));
        assertThat(value("{'Fn::GetAtt': [Name, Arn]}")).isEqualTo(GetAtt.of(NAME, "Arn"));
        assertThat(value("{'Fn::GetAtt': Name.Arn}")).isEqualTo(GetAtt.of(NAME, "Arn"));
        assertThat(value("\n  Fn::Base64: !Sub |-\n    #!/bin/bash\n    echo ${Name}"))
                .isEqualTo(Base64.of(Sub.of("#!/bin/bash\necho ${Name}")));
        assertThat(value("{'Fn::Length': [1, 2]}")).isEqualTo(Length.of(Value.list(Value.of(1), Value.of(2))));
        assertThat(value("{'Fn::ToJsonString': {a: 1}}")).isInstanceOf(ToJsonString.class);
        assertThat(value("{'Fn::FindInMap': [Name, a, b, {DefaultValue: c}]}"))
                .isEqualTo(FindInMap.of(Value.of("Name"), Value.of("a"), Value.of("b"), Value.of("c")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Ref: [a]}",
                "{Ref: 12}",
                "{'Fn::GetAtt': nodot}",
                "{'Fn::GetAtt': [a]}",
                "{'Fn::GetAtt': [a, b, c]}",
                "{'Fn::If': [a, b]}",
                "{'Fn::If': [{Ref: a}, b, c]}",
                "{'Fn::Join': a}",
                "{'Fn::Join': [a, [b], c]}",
                "{'Fn::Select': [1]}",
                "{'Fn::And': [{Condition: a}]}",
                "{'Fn::Not': []}",
                "{'Fn::Sub': [a]}",
                "{'Fn::Sub': {a: b}}",
                "{'Fn::Sub': [a, b]}",
                "{'Fn::FindInMap': [a, b, c, d]}",
                "{'Fn::Transform': a}",
                "{'Fn::New': a}"
            })
    void functionsOfWrongShapeAreKept(String yaml) {
        Value<?> value = value(yaml);
        assertThat(value).isInstanceOf(UnknownFunction.class);
        for (TemplateWriter writer : Readers.WRITERS) {
            assertThat(Readers.readBack(Templates.with(value), writer)).isEqualTo(Templates.with(value));
        }
    }

    @Test
    void tagsOfUnknownFunctionsAreKept() {
        assertThat(value("!New [a]"))
                .isEqualTo(UnknownFunction.of("Fn::New", ListValue.ofAny(List.of(Literal.of("a")))));
        assertThat(value("!Rain::Embed x")).isEqualTo(UnknownFunction.of("Fn::Rain::Embed", Literal.of("x")));
    }

    @Test
    void misspeltPseudoParametersAreKept() {
        assertThat(value("!Ref AWS::Acount")).isInstanceOf(Ref.class).hasToString("{Ref: \"AWS::Acount\"}");
    }

    @Test
    void onlyTheOnlyMemberIsAFunction() {
        assertThat(value("{Ref: a, Other: b}")).isInstanceOf(MapValue.class);
        assertThat(value("{'Fn::ForEach::Loop': [a, [b], {c: d}]}")).isInstanceOf(MapValue.class);
    }

    @Test
    void conditionIsAFunctionWhereConditionsAre() {
        Template template = clean("""
                Conditions:
                  A: !Equals [a, b]
                  B: !And [!Condition A, {Condition: A}]
                Resources:
                  R: {Type: T, Condition: B, Properties: {P: {Condition: A}, Q: !Condition A}}
                """);
        assertThat(template.conditions().get(1).body())
                .isInstanceOf(And.class)
                .isEqualTo(And.of(ConditionReference.to(LogicalId.of("A")), ConditionReference.to(LogicalId.of("A"))));
        assertThat(template.resources().get(0).options().condition()).contains(LogicalId.of("B"));
        Value<?> plain = Value.map(Map.of("Condition", Value.of("A")));
        assertThat(template.resources().get(0).properties().get("P").orElseThrow())
                .isEqualTo(plain);
        assertThat(template.resources().get(0).properties().get("Q").orElseThrow())
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2012-10-17 | \"2012-10-17\"",
                "'012' | \"012\"",
                "\"yes\" | \"yes\"",
                "!!str 012 | \"012\"",
                "! 012 | \"012\"",
                "012 | 10",
                "yes | true",
                "Off | false",
                "y | \"y\"",
                "1.50 | 1.50",
                "100000000000000000001 | 100000000000000000001",
                "!!int '7' | 7",
                "!!float 1.5 | 1.5",
                "!!bool yes | true",
                "!Ref 012 | {Ref: \"012\"}",
                "!Sub yes | {Fn::Sub: \"yes\"}",
                "\"a\\tb\\u00e9\" | \"a\tb\u00e9\"",
            })
    void scalars(String yaml, String expected) {
        assertThat(value(yaml)).hasToString(expected);
    }

    @Test
    void textsInBlocksKeepTheirLines() {
        assertThat(value("|\n  a\n    b\n\n  c\n")).isEqualTo(Literal.of("a\n  b\n\nc\n"));
        assertThat(value("|-\n  a\n  b\n")).isEqualTo(Literal.of("a\nb"));
        assertThat(value(">\n  a\n  b\n\n  c\n")).isEqualTo(Literal.of("a b\nc\n"));
        String code = "def handler(event, context):\n    return {'a': \"b\", 'n': 012}\n".repeat(200);
        assertThat(value("|\n" + code.indent(2))).isEqualTo(Literal.of(code));
    }

    @Test
    void aliasesRepeatWhatIsBehindTheirAnchor() {
        assertThat(properties("A: &a {x: [1, !Ref Name]}\nB: *a"))
                .isEqualTo(properties("A: {x: [1, !Ref Name]}\nB: {x: [1, !Ref Name]}"));
        assertThat(properties("A: &a text\nB: {*a : 1}")).isEqualTo(properties("A: text\nB: {text: 1}"));
        assertThat(properties("&a A: *a")).isEqualTo(properties("A: A"));
        assertThat(properties("A: &a !Sub x\nB: *a")).isEqualTo(properties("A: !Sub x\nB: !Sub x"));
    }

    @Test
    void mergeKeysTakeMembersOver() {
        String expected = "A: {x: 1, y: 2}\nB: {x: 1, y: 3, z: 4}";
        assertThat(properties("A: &a {x: 1, y: 2}\nB: {<<: *a, y: 3, z: 4}")).isEqualTo(properties(expected));
        assertThat(properties("A: &a {x: 1, y: 2}\nB: {y: 3, z: 4, <<: *a}")).isEqualTo(properties(expected));
        assertThat(properties("A: &a {x: 1, y: 2}\nB: {<<: [{y: 3}, *a], z: 4}"))
                .isEqualTo(properties(expected));
        assertThat(properties("A: &a {Ref: Name}\nB: {<<: *a}")).isEqualTo(properties("A: !Ref Name\nB: !Ref Name"));
        assertThat(properties("A: {'<<': {x: 1}}").toString()).isEqualTo("{A: {<<: {x: 1}}}");
    }

    @Test
    void jsonIsRecognizedByItsContent() {
        assertThat(Readers.read("t.yml", " \n{\"Resources\": {}}").format()).isEqualTo(TemplateFormat.JSON);
        assertThat(Readers.read("t.json", "Resources: {}").format()).isEqualTo(TemplateFormat.YAML);
        assertThat(Readers.read("t.json", "{Resources: {}}").format()).isEqualTo(TemplateFormat.YAML);
        assertThat(Readers.read("t", "{}").format()).isEqualTo(TemplateFormat.JSON);
        assertThat(Readers.read("t.json", "").format()).isEqualTo(TemplateFormat.YAML);
    }

    @Test
    void everySectionIsRead() {
        Template template = clean("""
                AWSTemplateFormatVersion: 2010-09-09
                Description: About it
                Metadata: {A: 1}
                Parameters: {P: {Type: String, Default: x}}
                Rules: {R: {Assertions: [{Assert: !Equals [a, b]}]}}
                Mappings: {M: {a: {b: c}}}
                Conditions: {C: !Equals [a, b]}
                Transform: AWS::LanguageExtensions
                Resources: {S: {Type: AWS::SQS::Queue}}
                Outputs: {O: {Value: !Ref S, Export: {Name: x}}}
                """);
        assertThat(template.formatVersion()).contains("2010-09-09");
        assertThat(template.description()).contains("About it");
        assertThat(template.metadata()).containsExactly(Map.entry("A", Literal.of(1)));
        assertThat(template.parameters()).extracting(Parameter::type).containsExactly("String");
        assertThat(template.rules()).hasSize(1);
        assertThat(template.mappings()).hasSize(1);
        assertThat(template.conditions()).hasSize(1);
        assertThat(template.transformNames()).containsExactly("AWS::LanguageExtensions");
        assertThat(template.resources()).extracting(Resource::resourceType).containsExactly("AWS::SQS::Queue");
        assertThat(template.outputs()).extracting(Output::logicalId).containsExactly(LogicalId.of("O"));
        assertThat(template.others()).isEmpty();
    }

    @Test
    void everyAttributeIsRead() {
        Resource resource = clean("""
                Resources:
                  R:
                    Type: Custom::Thing
                    Condition: C
                    DependsOn: [A, B]
                    DeletionPolicy: !If [C, Retain, Delete]
                    UpdateReplacePolicy: Snapshot
                    CreationPolicy: {ResourceSignal: {Count: 1}}
                    UpdatePolicy: {UseOnlineResharding: true}
                    Metadata: {cfn-lint: {config: {}}}
                    Connectors: {x: {}}
                """).resources().get(0);
        assertThat(resource.options().condition()).contains(LogicalId.of("C"));
        assertThat(resource.options().dependsOn()).containsExactly(LogicalId.of("A"), LogicalId.of("B"));
        assertThat(resource.options().deletionPolicy())
                .contains(If.of(LogicalId.of("C"), Value.of("Retain"), Value.of("Delete")));
        assertThat(resource.options().updateReplacePolicy()).contains(Value.of("Snapshot"));
        assertThat(resource.options().creationPolicy()).isPresent();
        assertThat(resource.options().updatePolicy()).isPresent();
        assertThat(resource.options().metadata()).containsOnlyKeys("cfn-lint");
        assertThat(resource.options().others()).containsOnlyKeys("Connectors");
    }

    @Test
    void macrosAndLoopsAreRead() {
        Template template = clean("""
                Transform: [AWS::Serverless-2016-10-31, {Name: AWS::Include, Parameters: {Location: s3://a}}]
                Globals: {Function: {Timeout: 3}}
                Hooks: {H: {Type: AWS::CodeDeploy::BlueGreen}}
                Conditions:
                  Fn::ForEach::C: [X, [a, b], {"Is${X}": !Equals [!Ref X, a]}]
                Resources:
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b}}
                  Fn::ForEach::Topics:
                    - Name
                    - [Success, Failure]
                    - Topic${Name}: {Type: AWS::SNS::Topic, DeletionPolicy: !FindInMap [M, a, b]}
                Outputs:
                  Fn::ForEach::O: [X, !Ref Names, {"Out${X}": {Value: !GetStackOutput {StackName: a, OutputName: b}}}]
                """);
        assertThat(template.transformNames()).containsExactly("AWS::Serverless-2016-10-31", "AWS::Include");
        assertThat(template.others()).containsOnlyKeys("Globals", "Hooks", "Resources");
        assertThat(template.conditionLoops()).hasSize(1);
        assertThat(template.resourceLoops())
                .extracting(loop -> loop.loopName().name())
                .containsExactly("Topics");
        assertThat(template.outputLoops()).hasSize(1);
        for (TemplateWriter writer : Readers.WRITERS) {
            assertThat(Readers.readBack(template, writer)).isEqualTo(template);
        }
    }

    @Test
    void emptySectionsStay() {
        Template template =
                clean("Metadata: {}\nConditions: {}\nResources: {R: {Type: T, Properties: {}, Metadata: {}}}");
        assertThat(template.others()).containsOnlyKeys("Metadata", "Conditions");
        assertThat(TemplateWriter.minifiedJson().write(template))
                .isEqualTo("{\"Metadata\":{},\"Conditions\":{},\"Resources\":{\"R\":{\"Type\":\"T\","
                        + "\"Properties\":{},\"Metadata\":{}}}}");
    }

    @Test
    void theOrderOfKeysStays() {
        Template template = clean("""
                Resources:
                  Z: {Type: T, Properties: {z: 1, a: {y: 1, b: 2}, M: 3}}
                  A: {Type: T}
                """);
        assertThat(template.resources()).extracting(Resource::logicalId).hasToString("[Z, A]");
        assertThat(template.resources().get(0).properties()).hasToString("{z: 1, a: {y: 1, b: 2}, M: 3}");
    }

    @Test
    void namesThatAreWrongAreKept() {
        Template template = clean("Resources: {my-queue: {Type: AWS::SQS::Queue}}\nOutputs: {'a b': {Value: x}}");
        assertThat(template.resources().get(0).logicalId()).hasToString("my-queue");
        assertThat(template.outputs().get(0).logicalId()).hasToString("a b");
    }
}
