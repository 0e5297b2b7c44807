package io.tapstack.reference.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotWriterTest {

    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern LINE =
            Pattern.compile("digraph architecture \\{|  rankdir=LR|  (?:node|edge) \\[[^\\]]*]"
                    + "|  subgraph cluster_n_\\w+ \\{|    label=" + TEXT + "|  }|}"
                    + "|(?:  |    )r_\\w+ \\[label=" + TEXT + "(?: shape=\\w+)?(?: style=dashed)?]"
                    + "|  r_\\w+ -> r_\\w+ \\[(?:label=" + TEXT + "(?: style=dashed)?|style=dotted arrowhead=none)]");

    @Test
    void writesNetworksPartsLinksKeysAndConditions() {
        assertThat(DotWriter.write(Drawn.architecture("""
                        Resources:
                          Net: {Type: AWS::EC2::VPC}
                          Door: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Net}}
                          Key: {Type: AWS::KMS::Key}
                          Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref Key}}
                          Files:
                            Type: AWS::S3::Bucket
                            Condition: Wanted
                            Properties:
                              NotificationConfiguration: {TopicConfigurations: [{Topic: !Ref Topic}]}
                        """))).isEqualTo("""
                        digraph architecture {
                          rankdir=LR
                          node [shape=box fontname="sans-serif"]
                          edge [fontname="sans-serif"]
                          subgraph cluster_n_Net {
                            label="Net (0 subnets)"
                            r_Door [label="Door\\ngateway endpoint" shape=oval]
                          }
                          r_Key [label="Key\\nKMS Key" shape=hexagon]
                          r_Topic [label="Topic\\nSNS Topic" shape=cds]
                          r_Files [label="Files\\nS3 Bucket" shape=cylinder style=dashed]
                          r_Key -> r_Topic [style=dotted arrowhead=none]
                          r_Files -> r_Topic [label="writes"]
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"end", "x\"] y [label=\"z", "a\\\\", "a\n}", "&lt;b&gt;", "\\N \\G", "\u202Etxet", "\uD800", "日本"
            })
    void noNameCanLeaveItsLabel(String hostile) {
        String name = hostile.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        String dot = DotWriter.write(Drawn.architecture("{\"Resources\": {\"" + name + "\": {\"Type\": \"Custom::"
                + name + "\", \"Properties\": {\"A\": {\"Ref\": \"Z\"}}},\"Z\": {\"Type\": \"AWS::SNS::Topic\"}}}"));

        assertThat(strangeLines(dot)).isEmpty();
        assertThat(dot.lines()).hasSize(8);
    }

    @Test
    void anAmpersandBeginsNoEntityAndTwoNamesStayTwo() {
        assertThat(DotWriter.write(Drawn.architecture(
                        "{\"Resources\": {\"A::B\": {\"Type\": \"X::&lt;::Y\"}, \"AB\": {\"Type\": \"X::Y::Z\"}}}")))
                .contains("  r_AB [label=\"A::B\\nX &amp;lt; Y\"]\n", "  r_AB_1 [label=\"AB\\nX Y Z\"]\n");
    }

    @Test
    void aLineOfAnotherFormWouldBeSeen() {
        assertThat(strangeLines("  r_A [label=\"a\"]\n  r_A [label=\"a\" b\"]\n  r_A -> r_B [URL=\"x\"]\n"))
                .containsExactly("  r_A [label=\"a\" b\"]", "  r_A -> r_B [URL=\"x\"]");
    }

    private static List<String> strangeLines(String dot) {
        return dot.lines().filter(line -> !LINE.matcher(line).matches()).toList();
    }
}
