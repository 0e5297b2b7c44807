package io.tapstack.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencePageTest {

    private static final String REFERENCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/";
    private static final String SERVERLESS =
            "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/";

    @ParameterizedTest
    @CsvSource({
        "AWS::DynamoDB::Table, aws-resource-dynamodb-table.html",
        "AWS::DynamoDB::Table.SSESpecification, aws-properties-dynamodb-table-ssespecification.html",
        "Alexa::ASK::Skill, alexa-resource-ask-skill.html",
        "Alexa::ASK::Skill.Overrides, alexa-properties-ask-skill-overrides.html",
        "Custom::Thing, ''",
        "'', ''",
    })
    void pageOfAType(String typeName, String page) {
        assertThat(ReferencePage.of(typeName)).isEqualTo(REFERENCE + page);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::Serverless::Function, sam-resource-function.html",
        "AWS::Serverless::Function.VpcConfig, sam-property-function-vpcconfig.html",
    })
    void pageOfAServerlessType(String typeName, String page) {
        assertThat(ReferencePage.of(typeName)).isEqualTo(SERVERLESS + page);
    }
}
