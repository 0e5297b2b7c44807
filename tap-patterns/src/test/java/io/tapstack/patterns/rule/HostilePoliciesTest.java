package io.tapstack.patterns.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Templates that are made to hurt the security rules: many ways at once, and patterns that are slow for the unwary. None of them may. */
@Timeout(120)
class HostilePoliciesTest {

    private static ValidationResult check(String yaml) {
        Template template = TemplateReader.standard()
                .read("hostile.yml", yaml.getBytes(StandardCharsets.UTF_8))
                .template()
                .orElseThrow();
        return RulePacks.validator(List.of(RulePacks.SECURITY)).validate(template);
    }

    private static String times(int count, IntFunction<String> piece) {
        return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining());
    }

    @Test
    void patternsOfThousandsOfStars() {
        ValidationResult result =
                check("""
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
                  Policies:
                    - PolicyName: slow
                      PolicyDocument:
                        Statement:
                          - {Effect: Allow, Action: 'secretsmanager:STARSx', Resource: 'arn:COLONSx'}
              Rotator:
                Type: AWS::Lambda::Function
                Properties: {Role: !GetAtt Role.Arn, Code: {S3Bucket: b, S3Key: k}, Runtime: python3.13, Handler: a.b}
              Invoke:
                Type: AWS::Lambda::Permission
                Properties: {Action: 'lambda:STARSx', FunctionName: !Ref Rotator, Principal: secretsmanager.amazonaws.com}
              Secret: {Type: AWS::SecretsManager::Secret}
              Schedule:
                Type: AWS::SecretsManager::RotationSchedule
                Properties:
                  SecretId: !Ref Secret
                  RotationLambdaARN: !GetAtt Rotator.Arn
                  RotationRules: {AutomaticallyAfterDays: 30}
            """.replace("STARS", "*e".repeat(20_000)).replace("COLONS", ":secretsmanager:".repeat(10_000)));

        assertThat(result.findings()).extracting(Finding::ruleId).contains("UnexplainedWildcard", "UnwiredRotation");
    }

    @Test
    void statementsWithMoreWaysThanAnybodyCanCount() {
        String parameters = times(40, i -> "  P" + i + ": {Type: String, AllowedValues: [a, b, c]}\n");
        String conditions = times(40, i -> "  C" + i + ": !Equals [!Ref P" + i + ", a]\n");
        String actions = times(20, i -> (i == 0 ? "" : ", ") + "!If [C" + i + ", 's3:*', 's3:GetObject']");
        String statements = times(
                60,
                i -> "          - !If [C" + i % 40 + ", {Effect: !If [C" + (i + 1) % 40
                        + ", Allow, Deny], Action: [" + actions + "], Resource: !If [C" + (i + 2) % 40
                        + ", '*', !GetAtt Files.Arn], Principal: !If [C" + (i + 3) % 40
                        + ", '*', {AWS: '*'}], Condition: !If [C" + (i + 4) % 40
                        + ", {Bool: {'aws:SecureTransport': 'false'}}, !Ref 'AWS::NoValue']}, !Ref 'AWS::NoValue']\n");

        ValidationResult result = check("Parameters:\n" + parameters + "Conditions:\n" + conditions
                + "Resources:\n  Files: {Type: AWS::S3::Bucket}\n  Policy:\n    Type: AWS::S3::BucketPolicy\n"
                + "    Properties:\n      Bucket: !Ref Files\n      PolicyDocument:\n        Statement:\n"
                + statements);

        assertThat(result.findings())
                .extracting(Finding::ruleId)
                .contains("UnexplainedWildcard", "UnboundEverybody", "PlainTransport");
    }
}
