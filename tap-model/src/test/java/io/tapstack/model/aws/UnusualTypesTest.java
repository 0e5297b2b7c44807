package io.tapstack.model.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.alexa.ask.Skill;
import io.tapstack.model.aws.cloudtrail.trail.AdvancedFieldSelector;
import io.tapstack.model.aws.cognito.userpoolriskconfigurationattachment.AccountTakeoverActionType;
import io.tapstack.model.aws.connect.datatablerecord.Value;
import io.tapstack.model.aws.ec2.FpgaImage;
import io.tapstack.model.aws.ecs.taskdefinition.LogConfiguration;
import io.tapstack.model.aws.eks.Cluster;
import io.tapstack.model.aws.frauddetector.List;
import io.tapstack.model.aws.panorama.Package;
import io.tapstack.model.aws.panorama.package_.StorageLocation;
import io.tapstack.model.aws.pinpoint.PushTemplate;
import io.tapstack.model.aws.quicksight.custompermissions.Capabilities;
import io.tapstack.model.aws.wafv2.rulegroup.AndStatement;
import io.tapstack.model.aws.wafv2.rulegroup.NotStatement;
import io.tapstack.model.aws.wafv2.rulegroup.Statement;
import io.tapstack.model.aws.wisdom.Content;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.PropertyBag;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real types that a careless generator would break on. */
class UnusualTypesTest {

    @Test
    void propertiesThatAreJavaWordsOrMethodsOfObject() {
        assertThat(AdvancedFieldSelector.builder()
                        .field("f")
                        .equalsProperty("a", "b")
                        .build()
                        .members())
                .hasToString("{Field: \"f\", Equals: [\"a\", \"b\"]}");
        assertThat(AccountTakeoverActionType.builder()
                        .eventAction("BLOCK")
                        .notifyProperty(true)
                        .build()
                        .members())
                .hasToString("{EventAction: \"BLOCK\", Notify: true}");
        assertThat(PushTemplate.builder("T")
                        .templateName("t")
                        .defaultSubstitutions("{}")
                        .build()
                        .getDefault())
                .isEmpty();
    }

    @Test
    void propertiesNamedLikePartsOfAResource() {
        Content content = Content.builder("Content")
                .name("n")
                .knowledgeBaseId("k")
                .uploadId("u")
                .metadata(Map.of("a", io.tapstack.model.value.Value.of("property")))
                .options(options -> options.putMetadata("b", io.tapstack.model.value.Value.of("attribute")))
                .build();

        assertThat(content.getMetadata()).get().hasToString("{a: \"property\"}");
        assertThat(content.options().metadata()).hasToString("{b=\"attribute\"}");
        assertThat(LogConfiguration.builder()
                        .logDriver("awslogs")
                        .optionsProperty(Map.of("mode", io.tapstack.model.value.Value.of("non-blocking")))
                        .build())
                .hasToString("LogConfiguration{LogDriver: \"awslogs\", Options: {mode: \"non-blocking\"}}");
    }

    @Test
    void typesThatShadowClassesOfJavaAndOfTheLibrary() {
        List list = List.builder("List").name("n").elements("a", "b").build();
        Value value = Value.builder().attributeId("i").build();
        Package withKeyword = Package.builder("Package")
                .packageName("p")
                .storageLocation(StorageLocation.from(PropertyBag.empty()))
                .build();

        assertThat(list.getElements()).contains(io.tapstack.model.value.Value.strings("a", "b"));
        assertThat(value.getAttributeId()).contains(io.tapstack.model.value.Value.of("i"));
        assertThat(withKeyword.getStorageLocation()).isPresent();
    }

    @Test
    void attributesThatClashOrAreAlikeWithoutDots() {
        Cluster cluster = Cluster.from(resource(Cluster.TYPE));

        assertThat(cluster.certificateAuthorityData())
                .hasToString("{Fn::GetAtt: [\"R\", \"CertificateAuthorityData\"]}");
        assertThat(cluster.certificateAuthorityDataAttribute())
                .hasToString("{Fn::GetAtt: [\"R\", \"CertificateAuthority.Data\"]}");
        assertThat(FpgaImage.from(resource(FpgaImage.TYPE)).publicAttribute())
                .hasToString("{Fn::GetAtt: [\"R\", \"Public\"]}");
    }

    @Test
    void widestType() {
        assertThat(Arrays.stream(Capabilities.class.getMethods())
                        .filter(method -> method.getName().startsWith("get"))
                        .filter(method -> method.getDeclaringClass() == Capabilities.class))
                .hasSizeGreaterThanOrEqualTo(226);
        assertThat(Capabilities.builder()
                        .addOrRunAnomalyDetectionForAnalyses("DENY")
                        .build())
                .hasToString("Capabilities{AddOrRunAnomalyDetectionForAnalyses: \"DENY\"}");
    }

    @Test
    void typesThatHoldThemselves() {
        Statement geo = Statement.from(PropertyBag.empty());
        Statement not = Statement.builder()
                .notStatement(NotStatement.builder().statement(geo).build())
                .build();
        Statement and = Statement.builder()
                .andStatement(AndStatement.builder().statements(not, geo).build())
                .build();

        assertThat(and)
                .hasToString("Statement{AndStatement: AndStatement{Statements: ["
                        + "Statement{NotStatement: NotStatement{Statement: Statement{}}}, Statement{}]}}");
    }

    @Test
    void typesOfOtherVendors() {
        assertThat(Skill.builder("Skill").property("VendorId", io.tapstack.model.value.Value.of("v")))
                .isNotNull();
        assertThat(Skill.TYPE).isEqualTo("Alexa::ASK::Skill");
    }

    private static Resource resource(String typeName) {
        return GenericResource.builder("R", typeName).build();
    }
}
