package io.tapstack.patterns.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyCondition;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
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
        assertThat(AwsService.KINESIS.viaService())
                .hasToString("{Fn::Sub: \"kinesis.${AWS::Region}.${AWS::URLSuffix}\"}");
        assertThat(Region.usEast1().prefixLists()).containsOnlyKeys(AwsService.DYNAMODB, AwsService.S3);
    }

    @Test
    void refusesAnActionThatDoesNotExist() {
        assertThatIllegalStateException()
                .isThrownBy(() -> access().addActions("dynamodb:GetItems")
                        .addResources(Value.of("arn"))
                        .build())
                .withMessageContaining("IAM knows no action dynamodb:GetItems");
    }

    @Test
    void refusesAnActionOnResourcesThatItDoesNotActOn() {
        assertThatIllegalStateException()
                .isThrownBy(() -> access().addActions("dynamodb:GetItem")
                        .addResourceTypes("stream")
                        .addResources(Value.of("arn"))
                        .build())
                .withMessageContaining("dynamodb:GetItem acts on")
                .withMessageContaining("not on [stream]");
    }

    @Test
    void refusesArnsForAnActionThatHasNone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> access().addActions("dynamodb:ListTables")
                        .addResources(Value.of("arn"))
                        .build())
                .withMessageContaining("must be * alone");
    }

    @Test
    void refusesAConditionOnAKeyThatRequestsNeverCarry() {
        assertThatIllegalStateException()
                .isThrownBy(() -> access().addActions("dynamodb:GetItem")
                        .addResourceTypes("table")
                        .addResources(Value.of("arn"))
                        .addConditions(
                                PolicyCondition.of(ConditionOperator.STRING_EQUALS, "s3:TlsVersion", Value.of("1.2")))
                        .build())
                .withMessageContaining("requests of dynamodb:GetItem carry no s3:TlsVersion");
        assertThat(access().addActions("dynamodb:GetItem")
                        .addResourceTypes("table")
                        .addResources(Value.of("arn"))
                        .addConditions(PolicyCondition.of(
                                ConditionOperator.STRING_EQUALS, "dynamodb:LeadingKeys", Value.of("me")))
                        .build()
                        .conditions())
                .hasSize(1);
    }

    @Test
    void wantsARecordForAWildcardAlsoInsideAText() {
        Access.Builder hidden = access().addActions("dynamodb:GetItem")
                .addResources(Sub.concat(Value.of("arn:"), PseudoParameter.PARTITION, Value.of(":dynamodb:*:table/t")));
        assertThatIllegalStateException()
                .isThrownBy(hidden::build)
                .withMessageContaining("a wildcard in the access Read needs an ExceptionRecord");
        assertThat(hidden.addExceptions(ExceptionRecord.of("Read", "region *", "Any region", "One table"))
                        .build()
                        .exceptions())
                .hasSize(1);
    }

    @Test
    void isNamedAnewWithoutChangingAnythingElse() {
        Access access = access().addActions("dynamodb:GetItem")
                .addResources(Value.of("arn"))
                .build();
        assertThat(access.named("Other").sid()).isEqualTo("Other");
        assertThat(access.named("Other").named("Read")).isEqualTo(access);
        assertThatIllegalArgumentException().isThrownBy(() -> access.named("not a sid"));
    }
}
