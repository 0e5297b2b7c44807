package io.tapstack.model.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.value.If;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

    private static final Statement READ = Statement.allow("Read")
            .addActions("dynamodb:GetItem")
            .addResources(Value.of("arn:aws:dynamodb:us-east-1:111122223333:table/t"))
            .build();

    @Test
    void oneOfSomethingIsNoList() {
        assertThat(READ.members())
                .hasToString("{Sid: \"Read\", Effect: \"Allow\", Action: \"dynamodb:GetItem\","
                        + " Resource: \"arn:aws:dynamodb:us-east-1:111122223333:table/t\"}");
    }

    @Test
    void principalsAreGroupedByKind() {
        Statement statement = Statement.allow("Trust")
                .addPrincipals(Principal.service("lambda.amazonaws.com"), Principal.ownAccount())
                .addPrincipals(Principal.service("config.amazonaws.com"))
                .addActions("sts:AssumeRole")
                .build();

        assertThat(statement.members().get("Principal").orElseThrow())
                .hasToString("{Service: [\"lambda.amazonaws.com\", \"config.amazonaws.com\"],"
                        + " AWS: {Fn::Sub: \"arn:${AWS::Partition}:iam::${AWS::AccountId}:root\"}}");
    }

    @Test
    void anyoneIsAStar() {
        Statement statement = Statement.deny("NoPlainText")
                .addPrincipals(Principal.anyone())
                .addActions("s3:*")
                .build();

        assertThat(statement.members().get("Principal")).contains(Value.of("*"));
    }

    @Test
    void conditionsAreGroupedByOperator() {
        Statement statement = READ.toBuilder()
                .condition(ConditionOperator.STRING_EQUALS, "aws:SourceAccount", PseudoParameter.ACCOUNT_ID)
                .condition(ConditionOperator.STRING_EQUALS, "aws:PrincipalTag/team", "a")
                .condition(ConditionOperator.BOOL.ifExists(), "aws:SecureTransport", "true")
                .build();

        assertThat(statement.members().get("Condition").orElseThrow())
                .hasToString(
                        "{StringEquals: {aws:SourceAccount: {Ref: \"AWS::AccountId\"}, aws:PrincipalTag/team: \"a\"},"
                                + " BoolIfExists: {aws:SecureTransport: \"true\"}}");
    }

    @Test
    void aStatementMayDependOnACondition() {
        If<Statement> maybe = If.orNoValue(LogicalId.of("IsProd"), READ);

        PolicyDocument policy = PolicyDocument.of(List.of(READ, maybe));

        assertThat(policy.members().get("Version")).contains(Value.of("2012-10-17"));
        assertThat(policy.statements()).containsExactly(READ, maybe);
    }
}
