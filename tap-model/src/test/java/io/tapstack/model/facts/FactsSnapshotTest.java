package io.tapstack.model.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed facts as a whole. */
class FactsSnapshotTest {

    private static final Path FOLDER = Path.of(System.getProperty("facts.dir", "src/facts"));

    private final CloudFormationFacts facts = CloudFormationFacts.from(FOLDER);
    private final IamFacts iam = IamFacts.from(FOLDER);

    @Test
    void allTypesOfBothSourcesAreThere() {
        long serverless = facts.typeNames().stream()
                .filter(name -> name.startsWith("AWS::Serverless::"))
                .count();

        // 1,889 types of the specification and the region us-east-1, and seven that only the serverless transform has.
        assertThat(facts.typeNames()).hasSize(1896);
        assertThat(serverless).isEqualTo(14);
        assertThat(iam.servicePrefixes()).hasSize(456);
    }

    @Test
    void everyTypeReferenceLeadsToATypeAndEveryTypeIsUsed() {
        for (ResourceFacts resource : resources()) {
            Set<String> used = new LinkedHashSet<>();
            shapes(resource).forEach(shape -> shape.properties().forEach(property -> collect(property.type(), used)));
            Set<String> declared =
                    resource.types().stream().map(TypeFacts::name).collect(Collectors.toCollection(LinkedHashSet::new));
            assertThat(used).as(resource.typeName()).containsExactlyInAnyOrderElementsOf(declared);
            resource.attributes().forEach(attribute -> {
                Set<String> mentioned = new LinkedHashSet<>();
                collect(attribute.type(), mentioned);
                assertThat(declared).as(resource.typeName()).containsAll(mentioned);
            });
        }
    }

    @Test
    void everyPatternCompiles() {
        int patterns = 0;
        for (ResourceFacts resource : resources()) {
            for (Shape shape : shapes(resource)) {
                for (PropertyFacts property : shape.properties()) {
                    patterns += compile(property.limits()) + compile(property.itemLimits());
                }
            }
        }
        assertThat(patterns).isGreaterThan(7000);
    }

    @Test
    void rulesNamePropertiesOfTheirShape() {
        for (ResourceFacts resource : resources()) {
            for (Shape shape : shapes(resource)) {
                for (ConstraintFacts rule : shape.constraints()) {
                    Stream.concat(
                                    Stream.ofNullable(rule.subject()),
                                    rule.alternatives().stream().flatMap(List::stream))
                            .forEach(name -> assertThat(shape.property(name))
                                    .as(resource + " " + shape + " " + rule)
                                    .isPresent());
                }
            }
        }
    }

    @Test
    void namesAreSortedAndUnique() {
        for (ResourceFacts resource : resources()) {
            assertThat(resource.types()).extracting(TypeFacts::name).isSorted().doesNotHaveDuplicates();
            assertThat(resource.attributes())
                    .extracting(AttributeFacts::name)
                    .isSorted()
                    .doesNotHaveDuplicates();
            for (Shape shape : shapes(resource)) {
                assertThat(shape.properties())
                        .extracting(PropertyFacts::name)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void boundsHaveRoomBetweenThem() {
        for (ResourceFacts resource : resources()) {
            for (Shape shape : shapes(resource)) {
                for (PropertyFacts property : shape.properties()) {
                    String place = resource + " " + shape + " " + property;
                    for (ValueLimits limits : List.of(property.limits(), property.itemLimits())) {
                        assertThat(limits.minLength().orElse(0))
                                .as(place)
                                .isLessThanOrEqualTo(limits.maxLength().orElse(Long.MAX_VALUE));
                        assertThat(limits.minItems().orElse(0))
                                .as(place)
                                .isLessThanOrEqualTo(limits.maxItems().orElse(Long.MAX_VALUE));
                        if (limits.min() != null && limits.max() != null) {
                            assertThat(limits.min()).as(place).isLessThanOrEqualTo(limits.max());
                        }
                    }
                }
            }
        }
    }

    @Test
    void noValueIsProse() {
        for (ResourceFacts resource : resources()) {
            for (Shape shape : shapes(resource)) {
                for (PropertyFacts property : shape.properties()) {
                    Stream.of(property.limits(), property.itemLimits())
                            .flatMap(limits -> Stream.concat(limits.enumValues().stream(), limits.formats().stream()))
                            .forEach(value -> assertThat(value.length())
                                    .as(resource + " " + property + ": " + value)
                                    .isLessThan(120));
                }
            }
        }
    }

    @Test
    void filesHoldNothingBeyondTheIndex() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve("cloudformation"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".facts")).count())
                    .isEqualTo(facts.typeNames().size());
        }
    }

    @Test
    void everyIamServiceIsReadable() {
        int actions = 0;
        for (String prefix : iam.servicePrefixes()) {
            IamService service = iam.service(prefix).orElseThrow();
            actions += service.actions().size();
            assertThat(service.actions()).extracting(IamAction::name).isSorted();
            service.actions()
                    .forEach(action -> action.resources()
                            .forEach(resource -> assertThat(service.resourceType(resource.name()))
                                    .as(action + " " + resource)
                                    .isPresent()));
        }
        assertThat(actions).isGreaterThan(22000);
    }

    @Test
    void whatHoldsDataIsKnown() {
        for (String type : List.of(
                "AWS::DynamoDB::Table",
                "AWS::ECR::Repository",
                "AWS::MemoryDB::Cluster",
                "AWS::OpenSearchServerless::Collection",
                "AWS::RDS::DBCluster",
                "AWS::S3Express::DirectoryBucket",
                "AWS::Serverless::SimpleTable",
                "AWS::Timestream::Table")) {
            assertThat(facts.resource(type).orElseThrow().stateful()).as(type).isTrue();
        }
        for (String type : List.of("AWS::DocDB::DBInstance", "AWS::Lambda::Function", "AWS::SNS::Topic")) {
            assertThat(facts.resource(type).orElseThrow().stateful()).as(type).isFalse();
        }
    }

    @Test
    void ofReplacementTheWorseOfBothSourcesCounts() {
        ResourceFacts cache = facts.resource("AWS::AppSync::ApiCache").orElseThrow();
        assertThat(cache.property("AtRestEncryptionEnabled").orElseThrow().replacement())
                .isEqualTo(Replacement.ALWAYS);
    }

    @Test
    void namesTellResourcesApart() {
        assertThat(nameOf("AWS::DynamoDB::Table")).contains("TableName");
        assertThat(nameOf("AWS::KMS::Key")).isEmpty();
        assertThat(nameOf("AWS::EC2::Subnet")).isEmpty();
    }

    private Optional<String> nameOf(String type) {
        return facts.resource(type).orElseThrow().nameProperty().map(PropertyFacts::name);
    }

    @Test
    void tagsRefAndStateAreKnown() {
        ResourceFacts table = facts.resource("AWS::DynamoDB::Table").orElseThrow();

        assertThat(table.stateful()).isTrue();
        assertThat(table.tags()).hasToString("Optional[Tags:list]");
        assertThat(table.refReturns()).containsExactly("TableName");
        assertThat(table.property("KeySchema").orElseThrow().required()).isTrue();
        assertThat(table.property("TableName").orElseThrow().replacement()).isEqualTo(Replacement.ALWAYS);
        assertThat(facts.resource("AWS::AutoScaling::AutoScalingGroup")
                        .orElseThrow()
                        .tags())
                .hasToString("Optional[Tags:own]");
        assertThat(facts.resource("AWS::CloudFormation::Stack").orElseThrow().attribute("Outputs.Name"))
                .isPresent();
        assertThat(facts.resource("AWS::CloudFormation::CustomResource")
                        .orElseThrow()
                        .open())
                .isTrue();
    }

    @Test
    void unknownNamesAreEmptyAndNeverBecomePaths() {
        assertThat(facts.resource("AWS::X::../../index")).isEmpty();
        assertThat(facts.resource("Custom::Thing")).isEmpty();
        assertThat(facts.knows("AWS::S3::Bucket")).isTrue();
        assertThat(iam.service("../cloudformation")).isEmpty();
        assertThat(iam.service("S3").orElseThrow().prefix()).isEqualTo("s3");
        assertThat(iam.action("DynamoDB:getitem").orElseThrow().qualifiedName()).isEqualTo("dynamodb:GetItem");
        assertThat(iam.action("none")).isEmpty();
    }

    @Test
    void aFolderWithoutFactsIsNamed() {
        assertThatThrownBy(() -> CloudFormationFacts.from(Path.of("no-such-folder")))
                .isInstanceOf(FactsFormatException.class)
                .hasMessageContaining("no-such-folder");
    }

    @Test
    void aTypeIsReadOnce() {
        assertThat(facts.resource("AWS::S3::Bucket").orElseThrow())
                .isSameAs(facts.resource("AWS::S3::Bucket").orElseThrow());
    }

    private List<ResourceFacts> resources() {
        return facts.typeNames().stream()
                .map(name -> facts.resource(name).orElseThrow())
                .collect(Collectors.toList());
    }

    private static List<Shape> shapes(ResourceFacts resource) {
        List<Shape> shapes = new ArrayList<>(List.of(resource));
        shapes.addAll(resource.types());
        return shapes;
    }

    private static int compile(ValueLimits limits) {
        return (limits.pattern() == null ? 0 : 1) + (limits.keyPattern() == null ? 0 : 1);
    }

    private static void collect(PropertyType type, Set<String> names) {
        if (type instanceof StructType structType) {
            names.add(structType.name());
        } else if (type instanceof ListType listType) {
            collect(listType.element(), names);
        } else if (type instanceof MapType mapType) {
            collect(mapType.element(), names);
        } else if (type instanceof UnionType unionType) {
            unionType.alternatives().forEach(alternative -> collect(alternative, names));
        }
    }
}
