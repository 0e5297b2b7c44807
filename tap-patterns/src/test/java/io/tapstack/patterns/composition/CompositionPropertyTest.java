package io.tapstack.patterns.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.iam.Statement;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds for any composition of presets: whatever is put together, in whatever measure. */
@Domain(Compositions.class)
class CompositionPropertyTest {

    private static final TemplateValidator VALIDATOR = RulePacks.validator(RulePacks.all());

    private static final Set<String> INTERFACES = Set.of(
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses");

    /** What presets add by themselves, each for the reason that its page gives: the sid, and its actions. */
    private static final Map<String, Set<String>> OWN = Map.of(
            "VpcAttachment", INTERFACES,
            "ReadOwnEnvironment", Set.of("kms:Decrypt"),
            "UseKeyThroughServices", Set.of("kms:Decrypt", "kms:GenerateDataKey"),
            "DeliverFlowLogs", Set.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"),
            "FindLogs", Set.of("logs:DescribeLogGroups"),
            "WriteLogsOfApis",
                    Set.of(
                            "logs:CreateLogGroup",
                            "logs:CreateLogStream",
                            "logs:DescribeLogStreams",
                            "logs:FilterLogEvents",
                            "logs:GetLogEvents",
                            "logs:PutLogEvents"));

    @Property(tries = 1000)
    void aStackHasNoFindings(@ForAll Composition composition) {
        assertThat(VALIDATOR.validate(composition.template()).findings()).isEmpty();
    }

    @Property(tries = 200)
    void theSameCompositionGivesTheSameBytes(@ForAll Composition composition) {
        assertThat(TemplateWriter.yaml().write(composition.template()))
                .isEqualTo(TemplateWriter.yaml().write(composition.template()));
    }

    @Property(tries = 500)
    void noIdentityMayDoWhatNoAccessAskedFor(@ForAll Composition composition) {
        Set<String> asked = new HashSet<>();
        composition.asked().forEach(access -> asked.addAll(access.actions()));

        for (Statement statement : Policies.ofIdentities(composition.template())) {
            String sid = statement.sid().orElseThrow();
            assertThat(OWN.getOrDefault(sid, asked)).as("actions of %s", sid).containsAll(statement.actions());
        }
    }

    @Property(tries = 500)
    void whatIsAskedForIsAllowed(@ForAll Composition composition) {
        Set<String> allowed = new HashSet<>();
        Template template = composition.template();
        Policies.ofIdentities(template).forEach(statement -> allowed.addAll(statement.actions()));

        List<Access> asked = composition.given();
        asked.forEach(access -> assertThat(allowed).containsAll(access.actions()));
    }

    @Property(tries = 500)
    void endpointsLetThroughWhatIsAskedForAndNothingElse(@ForAll Composition composition) {
        Set<String> asked = new HashSet<>(Set.of("execute-api:Invoke"));
        composition.asked().forEach(access -> asked.addAll(access.actions()));
        Set<String> open = new HashSet<>();
        for (Resource resource : composition.template().resources()) {
            if (resource.resourceType().equals("AWS::EC2::VPCEndpoint")) {
                Policies.allowed(resource.properties().find("PolicyDocument"))
                        .forEach(statement -> open.addAll(statement.actions()));
            }
        }

        assertThat(asked).containsAll(open);
        composition.given().forEach(access -> assertThat(open).containsAll(access.actions()));
    }
}
