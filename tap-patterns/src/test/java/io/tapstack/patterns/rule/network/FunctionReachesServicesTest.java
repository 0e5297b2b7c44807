package io.tapstack.patterns.rule.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FunctionReachesServicesTest {

    private static final TemplateValidator VALIDATOR = TemplateValidator.of(List.of(new FunctionReachesServices()));

    /** The example that pipeline A began with: HTTPS to the block of the VPC, where DynamoDB is not. */
    @Test
    void theBlockOfTheVpcDoesNotHoldDynamoDb() {
        ValidationResult result = VALIDATOR.validate(stack(Map.of("CidrIp", "10.0.0.0/16"), true));

        assertThat(result.findings())
                .extracting(Finding::ruleId, Finding::path)
                .containsExactly(tuple("FunctionReachesServices", "Resources/Worker/Properties/VpcConfig"));
        assertThat(result.findings().get(0).message()).contains("DynamoDB", "hang");
    }

    @Test
    void thePrefixListDoes() {
        ValidationResult result = VALIDATOR.validate(stack(Map.of("DestinationPrefixListId", "pl-02cd2c6b"), true));

        assertThat(result.findings()).isEmpty();
        assertThat(result.judged("FunctionReachesServices")).isEqualTo(1);
    }

    @Test
    void thePrefixListOfAnotherServiceDoesNot() {
        assertThat(VALIDATOR
                        .validate(stack(Map.of("DestinationPrefixListId", "pl-63a5400a"), true))
                        .findings())
                .hasSize(1);
    }

    @Test
    void withoutAnEndpointThereIsNoWay() {
        assertThat(VALIDATOR
                        .validate(stack(Map.of("DestinationPrefixListId", "pl-02cd2c6b"), false))
                        .findings())
                .extracting(Finding::message)
                .containsExactly("The role of the function may call DynamoDB, but the network has no endpoint for it.");
    }

    @Test
    void subnetsThatAreNotInTheTemplateAreNotJudged() {
        Template template = Template.builder()
                .addResources(GenericResource.builder("Worker", "AWS::Lambda::Function")
                        .property("Role", Value.of("arn:aws:iam::111122223333:role/r"))
                        .property(
                                "VpcConfig",
                                Value.json(
                                        Map.of("SubnetIds", List.of("subnet-1"), "SecurityGroupIds", List.of("sg-1"))))
                        .build())
                .build();

        ValidationResult result = VALIDATOR.validate(template);

        assertThat(result.findings()).isEmpty();
        assertThat(result.judged("FunctionReachesServices")).isZero();
        assertThat(result.unjudged()).hasSize(1);
    }

    @Test
    void hasAPage() {
        assertThat(Files.exists(Path.of("../docs/rules/FunctionReachesServices.md")))
                .isTrue();
    }

    private static Template stack(Map<String, String> destination, boolean withEndpoint) {
        Map<String, Object> rule = new TreeMap<>(destination);
        rule.put("IpProtocol", "tcp");
        rule.put("FromPort", 443);
        rule.put("ToPort", 443);
        Template.Builder template = Template.builder()
                .addResources(
                        GenericResource.builder("Subnet", "AWS::EC2::Subnet").build(),
                        GenericResource.builder("Routes", "AWS::EC2::RouteTable")
                                .build(),
                        GenericResource.builder("Association", "AWS::EC2::SubnetRouteTableAssociation")
                                .property("SubnetId", ref("Subnet"))
                                .property("RouteTableId", ref("Routes"))
                                .build(),
                        GenericResource.builder("Group", "AWS::EC2::SecurityGroup")
                                .property("SecurityGroupEgress", Value.json(List.of(rule)))
                                .build(),
                        GenericResource.builder("Role", "AWS::IAM::Role")
                                .property(
                                        "Policies",
                                        Value.json(List.of(Map.of(
                                                "PolicyDocument",
                                                Map.of(
                                                        "Statement",
                                                        List.of(Map.of(
                                                                "Effect", "Allow", "Action", "dynamodb:GetItem")))))))
                                .build(),
                        GenericResource.builder("Worker", "AWS::Lambda::Function")
                                .property("Role", GetAtt.of(LogicalId.of("Role"), "Arn"))
                                .property(
                                        "VpcConfig",
                                        Value.json(Map.of(
                                                "SubnetIds",
                                                List.of(ref("Subnet")),
                                                "SecurityGroupIds",
                                                List.of(ref("Group")))))
                                .build());
        if (withEndpoint) {
            template.addResources(GenericResource.builder("Endpoint", "AWS::EC2::VPCEndpoint")
                    .property("VpcEndpointType", Value.of("Gateway"))
                    .property("ServiceName", AwsService.DYNAMODB.endpointServiceName())
                    .property("RouteTableIds", Value.json(List.of(ref("Routes"))))
                    .build());
        }
        return template.build();
    }

    private static Ref<String> ref(String logicalId) {
        return Ref.to(LogicalId.of(logicalId));
    }
}
