package io.tapstack.patterns.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static Access.Builder access() {
        return Access.builder(AwsService.DYNAMODB, "Read").target(LogicalId.of("Table"));
    }

    @Test
    void refusesAWildcard() {
        assertThatIllegalStateException()
                .isThrownBy(() -> access().addActions("dynamodb:Get*")
                        .addResources(Value.of("arn"))
                        .build())
                .withMessageContaining("dynamodb:Get*");
    }

    @Test
    void refusesAnActionOfAnotherService() {
        assertThatIllegalStateException()
                .isThrownBy(() -> access().addActions("s3:GetObject")
                        .addResources(Value.of("arn"))
                        .build())
                .withMessageContaining("s3:GetObject");
    }

    @Test
    void refusesToSpeakOfNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> access().addActions("dynamodb:GetItem").build());
        assertThatIllegalStateException()
                .isThrownBy(() -> access().addResources(Value.of("arn")).build());
    }

    @Test
    void knowsHowServicesAreReached() {
        assertThat(AwsService.KINESIS.endpointServiceName())
                .hasToString("{Fn::Sub: \"com.amazonaws.${AWS::Region}.kinesis-streams\"}");
        assertThat(AwsService.KINESIS.viaService()).hasToString("{Fn::Sub: \"kinesis.${AWS::Region}.amazonaws.com\"}");
        assertThat(Region.usEast1().prefixLists()).containsOnlyKeys(AwsService.DYNAMODB, AwsService.S3);
    }
}
