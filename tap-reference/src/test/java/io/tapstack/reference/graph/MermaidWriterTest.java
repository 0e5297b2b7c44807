package io.tapstack.reference.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MermaidWriterTest {

    @Test
    void writes_networks_parts_links_keys_and_conditions() {
        assertThat(MermaidWriter.write(Drawn.architecture("""
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
                              BucketEncryption: {KMSMasterKeyID: !GetAtt Key.Arn}
                          Trail: {Type: AWS::CloudTrail::Trail}
                        """))).isEqualTo("""
                        flowchart LR
                          subgraph n_Net["Net (0 subnets)"]
                            r_Door(["Door<br/>gateway endpoint"])
                          end
                          r_Key{{"Key<br/>KMS Key"}}
                          r_Topic[["Topic<br/>SNS Topic"]]
                          r_Files[("Files<br/>S3 Bucket")]
                          r_Trail[/"Trail<br/>CloudTrail Trail"/]
                          r_Key -.- r_Topic & r_Files
                          r_Files -->|writes| r_Topic
                          classDef conditional stroke-dasharray: 5 5
                          class r_Files conditional
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "end",
                "x\"]; click x call alert()",
                "%%{init: {'theme':'dark'}}%%",
                "<img src=x onerror=alert(1)>",
                "a\n  b --> c",
                "#quot;",
                "style:#x;",
                "`**bold**`",
                "\u202Etxet",
                "\uD800",
                "日本",
                "---"
            })
    void no_name_can_leave_its_label(String hostile) {
        String name = hostile.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        String mermaid = MermaidWriter.write(Drawn.architecture("{\"Resources\": {\"" + name
                + "\": {\"Type\": \"Custom::" + name + "\", \"Properties\": {\"A\": {\"Ref\": \"Z\"}}},"
                + "\"Z\": {\"Type\": \"AWS::SNS::Topic\"}}}"));

        assertThat(Drawn.strangeLines(mermaid)).isEmpty();
        assertThat(mermaid.lines()).hasSize(4);
    }

    @Test
    void a_label_of_another_form_would_be_seen() {
        assertThat(Drawn.strangeLines("  r_A[\"a\"]\n  r_A[\"a\" b\"]\n  A --> B\n"))
                .containsExactly("  r_A[\"a\" b\"]", "  A --> B");
    }

    @Test
    void a_long_name_is_cut_and_two_strange_names_stay_two() {
        String name = "x".repeat(300);
        assertThat(MermaidWriter.write(Drawn.architecture("{\"Resources\": {\"" + name
                        + "\": {\"Type\": \"A::B::C\"}, \"" + name + "y\": {\"Type\": \"A::B::C\"}}}")))
                .isEqualTo("flowchart LR\n  r__0[\"" + "x".repeat(80) + "…<br/>A B C\"]\n  r__1[\"" + "x".repeat(80)
                        + "…<br/>A B C\"]\n");
    }
}
