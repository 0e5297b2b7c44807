package io.tapstack.model.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {

    @ParameterizedTest
    @CsvSource({
        "AWS::DynamoDB::Table, io.tapstack.model.aws.dynamodb, Table, table",
        "Alexa::ASK::Skill, io.tapstack.model.alexa.ask, Skill, skill",
        "AWS::Panorama::Package, io.tapstack.model.aws.panorama, Package, package_",
        "AWS::New::thing, io.tapstack.model.aws.new_, Thing, thing",
        "AWS::S3::Builder, io.tapstack.model.aws.s3, Builder_, builder",
        "AWS::3D::2ndModel, io.tapstack.model.aws._3d, _2ndModel, _2ndmodel",
    })
    void classOfAResourceType(String typeName, String servicePackage, String className, String propertyPackage) {
        assertThat(JavaNames.servicePackage(typeName)).isEqualTo(servicePackage);
        assertThat(JavaNames.resourceClass(typeName)).isEqualTo(className);
        assertThat(JavaNames.propertyPackage(typeName)).isEqualTo(servicePackage + '.' + propertyPackage);
    }

    @ParameterizedTest
    @CsvSource({"SSESpecification, SSESpecification", "lower, Lower", "Builder, Builder_", "with-dash.dot, Withdashdot"
    })
    void classOfAPropertyType(String type, String className) {
        assertThat(JavaNames.className(type)).isEqualTo(className);
    }

    @Test
    void keywordsAndLiteralsAreReserved() {
        assertThat(JavaNames.isReserved("default")).isTrue();
        assertThat(JavaNames.isReserved("null")).isTrue();
        assertThat(JavaNames.isReserved("record")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Table", "AWS::DynamoDB", "AWS::DynamoDB::Table::MODULE", "AWS::::Table"})
    void otherNamesAreRefused(String typeName) {
        assertThatIllegalArgumentException().isThrownBy(() -> JavaNames.servicePackage(typeName));
    }
}
