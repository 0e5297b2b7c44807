package io.tapstack.model.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "TableName, tableName",
        "SSESpecification, sseSpecification",
        "KMSMasterKeyId, kmsMasterKeyId",
        "IPv6CidrBlock, ipv6CidrBlock",
        "IPv4, ipv4",
        "EC2SecurityGroupId, ec2SecurityGroupId",
        "S3Bucket, s3Bucket",
        "ARN, arn",
        "ARNs, arns",
        "VPCs, vpcs",
        "IPSet, ipSet",
        "XAxis, xAxis",
        "A, a",
        "lowerCase, lowerCase",
        "Endpoint.Address, endpointAddress",
        "VpcEndpoint.DNS.Names, vpcEndpointDNSNames",
        "Outputs.*, outputs",
        "with-dash_and space, withDashAndSpace",
        "3DModel, _3DModel",
    })
    void methods(String name, String expected) {
        assertThat(Identifiers.lowerCamel(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"TableName, TableName", "lowerCase, LowerCase", "KMSKeyId, KMSKeyId", "a.b-c, ABC"})
    void getters(String name, String expected) {
        assertThat(Identifiers.upperCamel(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PAY_PER_REQUEST, PAY_PER_REQUEST",
        "aws:kms, AWS_KMS",
        "InService, IN_SERVICE",
        "HTTPServer, HTTP_SERVER",
        "IPv4, IPV4",
        "BufferSizeInMBs, BUFFER_SIZE_IN_MBS",
        "S3Bucket, S3_BUCKET",
        "AES256GCM, AES256GCM",
        "t2.micro, T2_MICRO",
        "1.2, 1_2",
        "TLSv1.2_2021, TLSV1_2_2021",
        "-leading and trailing-, LEADING_AND_TRAILING",
        "AWS::S3::Bucket, AWS_S3_BUCKET",
        "'', EMPTY",
        "*, ASTERISK",
        "'>=', GREATER_THAN_SIGN_EQUALS_SIGN",
        "é, LATIN_SMALL_LETTER_E_WITH_ACUTE",
    })
    void constants(String value, String expected) {
        assertThat(Identifiers.constant(value)).isEqualTo(expected);
    }
}
