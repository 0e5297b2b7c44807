package io.tapstack.reference.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ConstraintFacts;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypePageTest {

    private static final CloudFormationFacts FACTS = CloudFormationFacts.bundled();
    private static final TypePage PAGES = TypePage.from(FACTS);

    private static String page(String name) {
        return PAGES.of(name).orElseThrow();
    }

    @Test
    void aTypeHasItsAddressPropertiesAndAttributes() {
        assertThat(page("AWS::DynamoDB::Table"))
                .startsWith("# AWS::DynamoDB::Table\n\nhttps://")
                .contains("aws-resource-dynamodb-table.html")
                .contains("\n- Holds data that is lost when the resource is deleted or replaced.\n")
                .contains("\n- Takes tags in `Tags`.\n")
                .contains("\n- `KeySchema` (required): list of KeySchema")
                .containsPattern("\n- `TableName`: text; .*; a change replaces the resource\n")
                .contains("; at least 1 item; ")
                .contains("\n## Attributes\n\n- `Arn`: text\n")
                .contains("\n### SSESpecification\n\n");
    }

    @Test
    void limitsAreSaidInWords() {
        assertThat(page("AWS::SQS::Queue"))
                .contains("\n- `DelaySeconds`: whole number; 0 to 900\n")
                .contains("format AWS::KMS::Alias.AliasName or AWS::KMS::Key.Arn");
        assertThat(page("AWS::DynamoDB::Table.SSESpecification")).isEqualTo("""
                    # AWS::DynamoDB::Table.SSESpecification

                    https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-ssespecification.html

                    - `KMSMasterKeyId`: text; from AWS::KMS::Alias.AliasName or AWS::KMS::Key.Arn or AWS::KMS::Key.KeyId
                    - `SSEEnabled` (required): true or false
                    - `SSEType`: text; one of KMS

                    - `KMSMasterKeyId` demands `SSEType`
                    """);
    }

    @Test
    void longListsOfValuesAreCutShort() {
        String instance = page("AWS::EC2::Instance");
        assertThat(instance)
                .containsPattern("`InstanceType`: text; one of .{300,900} and \\d+ others, not all in each region");
    }

    @Test
    void patternsKeepToTheirLine() {
        assertThat(page("AWS::Connect::DataTable")).contains("like `^[\\P{C}\\u000d\\u000a\\u0009]+$`");
    }

    @Test
    void everyTypeSaysAllThatTheFactsKnow() {
        for (String name : FACTS.typeNames()) {
            ResourceFacts facts = FACTS.resource(name).orElseThrow();
            List<String> lines = page(name).lines().toList();
            assertThat(lines).as(name).containsAll(expected(facts));
        }
    }

    private static List<String> expected(ResourceFacts facts) {
        List<Shape> shapes = new ArrayList<>(List.of(facts));
        shapes.addAll(facts.types());
        List<String> lines = new ArrayList<>();
        for (Shape shape : shapes) {
            for (PropertyFacts property : shape.properties()) {
                lines.add(PropertyLine.of(property));
            }
        }
        facts.attributes().forEach(one -> lines.add("- `" + one.name() + "`: " + TypeWords.of(one.type())));
        facts.types().forEach(type -> lines.add("### " + type.name()));
        return lines;
    }

    @Test
    void everyKindOfRuleAboutPropertiesIsSaid() {
        for (ConstraintFacts.Kind kind : ConstraintFacts.Kind.values()) {
            String owner = FACTS.typeNames().stream()
                    .filter(name -> FACTS.resource(name).orElseThrow().constraints().stream()
                            .anyMatch(constraint -> constraint.kind() == kind))
                    .findFirst()
                    .orElseThrow();
            String said = switch (kind) {
                case REQUIRED_XOR -> "\n- Exactly one of: `";
                case REQUIRED_OR -> "\n- At least one of: `";
                case DEPENDENT_REQUIRED -> "` demands `";
                case DEPENDENT_EXCLUDED -> "` excludes `";
            };
            assertThat(page(owner)).as(owner).contains(said);
        }
    }

    @Test
    void whatIsNotKnownHasNoPageAndMayBeMisspelt() {
        for (String name :
                List.of("", ".", "AWS::No::Such", "AWS::DynamoDB::Table.", "AWS::DynamoDB::Table.No", "a.b.c")) {
            assertThat(PAGES.of(name)).as(name).isEmpty();
        }
        assertThat(PAGES.suggestion("AWS::DynamoDB::Tabel")).isEqualTo(" Did you mean AWS::DynamoDB::Table?");
        assertThat(PAGES.suggestion("AWS::DynamoDB::Table.SSESpecifikation"))
                .isEqualTo(" Did you mean AWS::DynamoDB::Table.SSESpecification?");
        assertThat(PAGES.suggestion("Somewhere::Else::Altogether")).isEmpty();
    }
}
