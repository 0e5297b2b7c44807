package io.tapstack.reference.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever a template holds: drawing it throws nothing, draws each part once, links drawn parts only, and is always the same. */
class ArchitecturePropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void any_template_can_be_drawn(@ForAll("templates") String json) {
        Architecture drawn = Drawn.architecture(json);

        List<String> parts = drawn.parts().stream().map(Part::id).toList();
        List<String> areas = drawn.areas().stream().map(Area::id).toList();
        assertThat(parts).doesNotHaveDuplicates();
        assertThat(drawn.parts())
                .allMatch(part -> part.area().map(areas::contains).orElse(true));
        assertThat(drawn.links())
                .allMatch(link -> parts.contains(link.from()) && parts.contains(link.to()))
                .allMatch(
                        link -> !link.from().equals(link.to()) && !link.kinds().isEmpty());
        String mermaid = MermaidWriter.write(drawn);
        assertThat(Drawn.strangeLines(mermaid)).isEmpty();
        assertThat(MermaidWriter.write(Drawn.architecture(json))).isEqualTo(mermaid);
        Statistics.label("links").collect(drawn.links().isEmpty() ? "none" : "some");
        Statistics.label("links").coverage(coverage -> coverage.check("some").percentage(p -> p > 20.0));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void any_template_has_a_picture(@ForAll("templates") String json) {
        Architecture drawn = Drawn.architecture(json);

        SvgWriterTest.assertPlaced(drawn, PictureLayout.of(drawn));
        assertThat(SvgWriter.write(Drawn.architecture(json))).isEqualTo(SvgWriter.write(drawn));
    }

    @Provide
    Arbitrary<String> templates() {
        return resources().map(resources -> write(Map.of("Resources", resources)));
    }

    private static Arbitrary<Map<String, Object>> resources() {
        Arbitrary<String> types = Arbitraries.of(
                "AWS::EC2::VPC",
                "AWS::EC2::Subnet",
                "AWS::EC2::SecurityGroup",
                "AWS::EC2::SecurityGroupIngress",
                "AWS::EC2::VPCEndpoint",
                "AWS::IAM::Role",
                "AWS::IAM::Policy",
                "AWS::IAM::InstanceProfile",
                "AWS::KMS::Key",
                "AWS::KMS::Alias",
                "AWS::Lambda::Function",
                "AWS::Lambda::Permission",
                "AWS::S3::Bucket",
                "AWS::Logs::LogGroup",
                "AWS::ApiGateway::ApiKey",
                "AWS::Config::ConfigRule",
                "AWS::Brand::New",
                "::",
                "");
        Arbitrary<Map<String, Object>> properties =
                Arbitraries.maps(members(), values(3)).ofMinSize(1).ofMaxSize(5);
        Arbitrary<Map<String, Object>> resource = types.flatMap(type -> properties.map(found -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("Type", type);
            members.put("Properties", found);
            return members;
        }));
        return Arbitraries.maps(ids(), resource.map(members -> (Object) members))
                .ofMinSize(2)
                .ofMaxSize(9);
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.oneOf(
                Arbitraries.of("A", "B", "C", "D", "E", "F", "G", "end"),
                Arbitraries.strings().ofMaxLength(6));
    }

    private static Arbitrary<String> members() {
        return Arbitraries.of(
                "VpcId",
                "SubnetIds",
                "GroupId",
                "SourceSecurityGroupId",
                "SecurityGroupIds",
                "Roles",
                "Role",
                "FunctionName",
                "TargetKeyId",
                "KmsKeyId",
                "PolicyDocument",
                "Statement",
                "Effect",
                "Action",
                "Resource",
                "Principal",
                "ServiceName",
                "SourceArn",
                "StageKeys",
                "Name",
                "Odd");
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> text = Arbitraries.oneOf(
                        Arbitraries.of("Allow", "s3:*", "lambda:InvokeFunction", "../x:y", "*:*", "arn:aws:s3:::A", ""),
                        Arbitraries.strings().ofMaxLength(8))
                .map(value -> value);
        Arbitrary<Object> ref = ids().map(id -> Map.of("Ref", id));
        Arbitrary<Object> attribute = ids().map(id -> Map.of("Fn::GetAtt", List.of(id, "Arn")));
        Arbitrary<Object> sub = ids().map(id -> Map.of("Fn::Sub", "arn:${" + id + "}/x"));
        if (depth == 0) {
            return Arbitraries.oneOf(text, ref, attribute, sub);
        }
        Arbitrary<Object> inner = Arbitraries.lazy(() -> values(depth - 1));
        Arbitrary<Object> choice = inner.map(value -> Map.of("Fn::If", List.of("C", value, Map.of("Ref", "A"))));
        Arbitrary<Object> list = inner.list().ofMaxSize(3).map(items -> items);
        Arbitrary<Object> object =
                Arbitraries.maps(members(), inner).ofMaxSize(5).map(items -> items);
        return Arbitraries.oneOf(text, ref, ref, attribute, sub, choice, list, object);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
