package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.value.And;
import io.tapstack.model.value.Base64;
import io.tapstack.model.value.Cidr;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Contains;
import io.tapstack.model.value.DynamicReference;
import io.tapstack.model.value.EachMemberEquals;
import io.tapstack.model.value.EachMemberIn;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAZs;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.GetStackOutput;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ImportValue;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.Length;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.RefAll;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Split;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.ToJsonString;
import io.tapstack.model.value.Transform;
import io.tapstack.model.value.UnknownFunction;
import io.tapstack.model.value.Value;
import io.tapstack.model.value.ValueOf;
import io.tapstack.model.value.ValueOfAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function in the form in which people write it, and that both parsers see in it what was meant. */
class YamlFunctionTest {

    private static final Ref<String> PARAMETER = Ref.to(LogicalId.of("Parameter"));
    private static final LogicalId TABLE = LogicalId.of("Table");
    private static final LogicalId IS_PROD = LogicalId.of("IsProd");
    private static final String LONG = "a-rather-long-name-that-fills-half-of-a-line-of-a-template";

    @ParameterizedTest(name = "{1}")
    @MethodSource({"references", "texts", "lists", "conditions", "consecutive", "longForms", "ruleFunctions", "broken"})
    void isWrittenAsPeopleWriteIt(Value<?> value, String expected) {
        assertThat(Templates.yamlOf(value)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"references", "texts", "lists", "conditions", "consecutive", "longForms", "ruleFunctions", "broken"})
    void isReadBackAsItWas(Value<?> value, String expected) {
        var template = Templates.with(value);
        var meant = PlainTree.of(value);
        assertThat(Templates.property(Parsers.yaml(TemplateWriter.yaml().write(template))))
                .isEqualTo(meant);
        assertThat(Templates.property(Parsers.json(TemplateWriter.json().write(template))))
                .isEqualTo(meant);
        assertThat(Templates.property(Parsers.json(TemplateWriter.minifiedJson().write(template))))
                .isEqualTo(meant);
    }

    static Stream<Arguments> references() {
        return Stream.of(
                of(PARAMETER, "!Ref Parameter"),
                of(PseudoParameter.REGION, "!Ref AWS::Region"),
                of(GetAtt.of(TABLE, "Arn"), "!GetAtt Table.Arn"),
                of(GetAtt.of(TABLE, "Endpoint.Address"), "!GetAtt Table.Endpoint.Address"),
                of(GetAtt.of(TABLE, "with space: and more"), "!GetAtt 'Table.with space: and more'"),
                of(GetAtt.of(TABLE, PARAMETER), "Fn::GetAtt:\n    - Table\n    - !Ref Parameter"),
                of(ImportValue.of(Value.of("network-vpc")), "!ImportValue network-vpc"),
                of(DynamicReference.ssm("/a/b:1"), "'{{resolve:ssm:/a/b:1}}'"));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                of(Sub.of("arn:${AWS::Partition}:s3:::x"), "!Sub 'arn:${AWS::Partition}:s3:::x'"),
                of(Sub.of("no placeholder"), "!Sub no placeholder"),
                of(Sub.of("#!/bin/sh\necho ${A}\n"), "!Sub |\n  #!/bin/sh\n  echo ${A}"),
                of(Sub.of("${A}/x", Map.of("A", PARAMETER)), "!Sub\n  - '${A}/x'\n  - A: !Ref Parameter"),
                of(Sub.of("a\n${A}", Map.of("A", PARAMETER)), "!Sub\n  - |-\n    a\n    ${A}\n  - A: !Ref Parameter"),
                of(Join.of("", Value.of("a"), PARAMETER), "!Join ['', [a, !Ref Parameter]]"),
                of(Join.of("\n", Value.of("a"), PARAMETER), "!Join [\"\\n\", [a, !Ref Parameter]]"),
                of(Join.of("-", Split.of(",", PARAMETER)), "!Join ['-', !Split [',', !Ref Parameter]]"),
                of(Base64.of(Value.of("text")), "!Base64 text"),
                of(Base64.of(Value.of("one\ntwo\n")), "!Base64 |\n  one\n  two"));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                of(Select.of(0, GetAZs.of(Value.of(""))), "!Select [0, !GetAZs '']"),
                of(Select.of(1, Split.of(",", PARAMETER)), "!Select [1, !Split [',', !Ref Parameter]]"),
                of(GetAZs.of(Value.of("us-east-1")), "!GetAZs us-east-1"),
                of(
                        Cidr.of(GetAtt.of(TABLE, "CidrBlock"), Value.of(6), Value.of(8)),
                        "!Cidr [!GetAtt Table.CidrBlock, 6, 8]"),
                of(
                        FindInMap.of(LogicalId.of("Map"), PseudoParameter.REGION, Value.of("Key")),
                        "!FindInMap [Map, !Ref 'AWS::Region', Key]"),
                of(
                        FindInMap.of(Value.of("Map"), PARAMETER, Value.of("Key"), Value.of("none")),
                        "!FindInMap\n  - Map\n  - !Ref Parameter\n  - Key\n  - DefaultValue: none"),
                of(Value.strings("a", "b"), "- a\n  - b"),
                of(Value.strings(), "[]"),
                of(Value.json(Map.of()), "{}"),
                of(Value.list(Value.strings("a", "b"), Value.strings()), "- [a, b]\n  - []"),
                of(
                        Value.json(List.of(List.of(Map.of("A", 1), Map.of("B", 2)), List.of())),
                        "- - A: 1\n    - B: 2\n  - []"));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                of(ConditionReference.to(IS_PROD), "!Condition IsProd"),
                of(Equals.of(PARAMETER, "true"), "!Equals [!Ref Parameter, 'true']"),
                of(Not.of(Equals.of(PARAMETER, "")), "!Not [!Equals [!Ref Parameter, '']]"),
                of(
                        And.of(ConditionReference.to(IS_PROD), Not.of(ConditionReference.to(IS_PROD))),
                        "!And\n  - !Condition IsProd\n  - !Not [!Condition IsProd]"),
                of(
                        Not.of(Or.of(ConditionReference.to(IS_PROD), ConditionReference.to(IS_PROD))),
                        "!Not\n  - !Or\n    - !Condition IsProd\n    - !Condition IsProd"),
                of(If.of(IS_PROD, Value.of(1), Value.of(2)), "!If [IsProd, 1, 2]"),
                of(If.orNoValue(IS_PROD, PARAMETER), "!If [IsProd, !Ref Parameter, !Ref 'AWS::NoValue']"),
                of(If.of(IS_PROD, Value.of(LONG), Value.of(LONG)), "!If\n  - IsProd\n  - " + LONG + "\n  - " + LONG),
                of(
                        If.orNoValue(IS_PROD, Value.json(Map.of("A", 1))),
                        "!If\n  - IsProd\n  - A: 1\n  - !Ref AWS::NoValue"));
    }

    static Stream<Arguments> consecutive() {
        return Stream.of(
                of(GetAZs.of(PseudoParameter.REGION), "Fn::GetAZs: !Ref AWS::Region"),
                of(Base64.of(Sub.of("${A}\n")), "Fn::Base64: !Sub |\n    ${A}"),
                of(ImportValue.of(Sub.of("${A}-x")), "Fn::ImportValue: !Sub '${A}-x'"),
                of(Base64.of(ImportValue.of(Sub.of("${A}-x"))), "Fn::Base64:\n    Fn::ImportValue: !Sub '${A}-x'"),
                of(
                        Select.of(0, GetAZs.of(PseudoParameter.REGION)),
                        "!Select\n  - 0\n  - Fn::GetAZs: !Ref AWS::Region"));
    }

    static Stream<Arguments> longForms() {
        return Stream.of(
                of(Length.of(Value.strings("a")), "Fn::Length:\n    - a"),
                of(Length.of(Split.of(",", PARAMETER)), "Fn::Length: !Split [',', !Ref Parameter]"),
                of(ToJsonString.of(Value.json(Map.of("A", PARAMETER))), "Fn::ToJsonString:\n    A: !Ref Parameter"),
                of(
                        Transform.of("AWS::Include", PropertyBag.of("Location", Value.of("s3://b/k"))),
                        "Fn::Transform:\n    Name: AWS::Include\n    Parameters:\n      Location: s3://b/k"),
                of(
                        GetStackOutput.of(Value.of("stack"), PARAMETER),
                        "Fn::GetStackOutput:\n    StackName: stack\n    OutputName: !Ref Parameter"),
                of(UnknownFunction.of("Fn::New", Value.of("x")), "Fn::New: x"),
                of(UnknownFunction.of("Fn::Sub", Value.json(Map.of("A", 1))), "Fn::Sub:\n    A: 1"));
    }

    static Stream<Arguments> ruleFunctions() {
        Value<List<String>> list = Value.strings("a", "b");
        return Stream.of(
                of(Contains.of(list, PARAMETER), "Fn::Contains:\n    - [a, b]\n    - !Ref Parameter"),
                of(EachMemberEquals.of(list, Value.of("a")), "Fn::EachMemberEquals:\n    - [a, b]\n    - a"),
                of(
                        EachMemberIn.of(list, RefAll.of("String")),
                        "Fn::EachMemberIn:\n    - [a, b]\n    - Fn::RefAll: String"),
                of(ValueOf.of(TABLE, "VpcId"), "Fn::ValueOf:\n    - Table\n    - VpcId"),
                of(
                        ValueOfAll.of("AWS::EC2::VPC::Id", "VpcId"),
                        "Fn::ValueOfAll:\n    - AWS::EC2::VPC::Id\n    - VpcId"));
    }

    /** Behind a tag everything is text, so a number there needs the long form to stay one. */
    @SuppressWarnings("unchecked")
    static Stream<Arguments> broken() {
        return Stream.of(
                of(Base64.of((Value<String>) (Value<?>) Literal.of(5)), "Fn::Base64: 5"),
                of(GetAtt.of(TABLE, (Value<String>) (Value<?>) Literal.of(5)), "Fn::GetAtt:\n    - Table\n    - 5"),
                of(UnknownFunction.of("Ref", Value.json(Map.of())), "Ref: {}"));
    }

    private static Arguments of(Value<?> value, String expected) {
        return Arguments.of(value, expected);
    }
}
