package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.iam.Principal;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.rule.network.FunctionReachesServices;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** One line of access decides over policy, key, endpoint and security-group rules together. */
class DerivedWiringTest {

    private static final Access UPDATE = Stacks.TABLE.update().named("UpdateItems");
    private static final Access READ = Stacks.TABLE.read().named("ReadItems");
    private static final Access PUT = Stacks.STREAM.put().named("PutEvents");

    @Test
    void addingAnAccessAddsAllThatItNeeds() {
        Template without = Stacks.withFunction();
        Template with = Stacks.withFunction(UPDATE, PUT);

        assertThat(Stacks.resource(with, "WorkerExecutionPolicy"))
                .contains("dynamodb:UpdateItem", "kinesis:PutRecord", "kinesis.${AWS::Region}.${AWS::URLSuffix}");
        assertThat(Stacks.resource(with, "DynamoDBVPCEndpoint")).contains("dynamodb:UpdateItem", "aws:PrincipalArn");
        assertThat(Stacks.resource(with, "KinesisVPCEndpoint")).contains("kinesis:PutRecord");
        assertThat(Stacks.resource(with, "WorkerSecurityGroup")).contains("DestinationPrefixListId");
        assertThat(Stacks.resource(with, "WorkerSecurityGroupToEndpoints")).isNotEmpty();
        assertThat(Stacks.resource(with, "WorkerSecurityGroupAtEndpoints")).isNotEmpty();

        assertThat(without.resources().toString()).doesNotContain("VPCEndpoint", "ToEndpoints", "AtEndpoints");
        assertThat(Stacks.resource(without, "WorkerExecutionPolicy"))
                .doesNotContain("dynamodb", "kinesis")
                .contains("sqs:SendMessage");
        assertThat(Stacks.resource(without, "WorkerSecurityGroup"))
                .contains("127.0.0.1/32")
                .doesNotContain("DestinationPrefixListId");
    }

    @Test
    void theKeyOpensForJustTheServicesThatKeepDataUnderIt() {
        Template small = Stacks.of(Stacks.KEY, Stacks.TABLE);
        Template large = Stacks.withFunction();

        assertThat(Stacks.resource(small, "Key"))
                .contains("dynamodb.${AWS::Region}", "kms:CreateGrant")
                .doesNotContain("kinesis", "lambda", "logs", "sqs", "kms:*");
        assertThat(Stacks.resource(large, "Key"))
                .contains("kinesis.", "lambda.", "logs.", "sqs.")
                .contains("log-group:/aws/lambda/worker-${Suffix}", "log-group:/aws/vpc/test-vpc-${Suffix}");
    }

    @Test
    void anExtraEndpointSpeaksOfItsPrincipalOnly() {
        PrivateLambda function = Stacks.function(List.of());
        EndpointSet endpoints = EndpointSet.builder(Stacks.NETWORK)
                .addExtras(EndpointExtra.of(
                        Principal.ownAccount(), function.invoke().named("CallWorker")))
                .build();

        Template template = Stacks.of(Stacks.KEY, Stacks.NETWORK, endpoints, Stacks.QUEUE, function);

        assertThat(Stacks.resource(template, "LambdaVPCEndpoint"))
                .contains("lambda:InvokeFunction", "${AWS::AccountId}:root")
                .doesNotContain("\"*\"");
    }

    /** Whatever a function is given: no finding, and no action in its policy or in an endpoint that no access asked for. */
    @Property(tries = 60)
    void anyAccessesGiveASoundTemplate(@ForAll("accesses") List<Access> accesses) {
        Template template = Stacks.withFunction(accesses.toArray(Access[]::new));

        List<Finding> findings = StructuralRules.validator()
                .with(new FunctionReachesServices())
                .validate(template)
                .findings();
        assertThat(findings).isEmpty();
        List<String> given = new ArrayList<>();
        accesses.forEach(access -> given.addAll(access.actions()));
        for (String action : List.of("dynamodb:UpdateItem", "dynamodb:GetItem", "kinesis:PutRecord")) {
            boolean inPolicy =
                    Stacks.resource(template, "WorkerExecutionPolicy").contains(action);
            boolean inEndpoint = (Stacks.resource(template, "DynamoDBVPCEndpoint")
                            + Stacks.resource(template, "KinesisVPCEndpoint"))
                    .contains(action);
            assertThat(inPolicy).as(action).isEqualTo(given.contains(action));
            assertThat(inEndpoint).as(action).isEqualTo(given.contains(action));
        }
    }

    @Provide
    Arbitrary<List<Access>> accesses() {
        return Arbitraries.subsetOf(List.of(UPDATE, READ, PUT)).map(List::copyOf);
    }
}
