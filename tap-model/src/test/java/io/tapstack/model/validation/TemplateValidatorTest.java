package io.tapstack.model.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.Value;
import org.junit.jupiter.api.Test;

class TemplateValidatorTest {

    private static final String BUCKETS = """
        Metadata:
          tap: {Suppress: [{Rule: UnusedParameter, Reason: kept for old callers}]}
        Parameters:
          Old: {Type: String}
        Resources:
          Bad:
            Type: AWS::S3::Bucket
            Metadata: {tap: {Suppress: [{Rule: PatternMismatch, Reason: older than the rule}]}}
            Properties: {BucketName: Abc_1, Versions: true}
          Other: {Type: AWS::S3::Bucket, Properties: {BucketName: Abc_2}}
        """;

    @Test
    void reportsSuppressedFindingsApartWithTheirReasons() {
        ValidationResult result = StructuralRules.validator().validate(FixtureReader.read("b.yml", BUCKETS));

        assertThat(result.findings()).extracting(Finding::ruleId).containsExactly("UnknownProperty", "PatternMismatch");
        assertThat(result.findings()).extracting(Finding::logicalId).allMatch(id -> id.isPresent());
        assertThat(result.suppressed())
                .extracting(
                        one -> one.finding().ruleId() + ": " + one.suppression().reason())
                .containsExactly("UnusedParameter: kept for old callers", "PatternMismatch: older than the rule");
        assertThat(result.hasErrors()).isTrue();
        assertThat(result.count(Severity.ERROR)).isEqualTo(2);
        assertThat(result.count(Severity.WARNING)).isZero();
    }

    @Test
    void findsTheSameInTheSameOrderEachTime() {
        TemplateValidator validator = StructuralRules.validator();
        Template template = FixtureReader.read("b.yml", BUCKETS);

        assertThat(validator.validate(template).findings())
                .isEqualTo(validator.validate(template).findings());
    }

    /** In a file the second of two equal keys replaces the first; what Java puts together keeps both. */
    @Test
    void findsTwoResourcesOfOneName() {
        Template template = Template.builder()
                .addResources(
                        GenericResource.builder("Topic", "AWS::SNS::Topic", SourceLocation.of("same.yml", 5))
                                .build(),
                        GenericResource.builder("Topic", "AWS::SNS::Topic", SourceLocation.of("same.yml", 6))
                                .build())
                .build();

        assertThat(StructuralRules.validator().validate(template).findings())
                .hasToString(
                        "[ERROR DuplicateLogicalId same.yml:6 Resources/Topic: Topic is declared twice in the template:"
                                + " also in Resources (same.yml:5). Rename one of the two.]");
    }

    @Test
    void runsRulesOfOthers() {
        TemplateValidator validator =
                TemplateValidator.of(java.util.List.of()).with(new BucketsHavePrefix(), new NamesAreLiterals());
        Template template = FixtureReader.read("b.yml", """
            Resources:
              acmeOne: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '${AWS::Region}-x'}}
              Two: {Type: AWS::S3::Bucket}
            """);

        ValidationResult result = validator.validate(template);

        assertThat(result.findings())
                .hasToString("[WARNING BucketsHavePrefix b.yml:3 Resources/Two: Two lacks acme. Rename it.]");
        assertThat(result.unjudged())
                .extracting(Finding::path)
                .containsExactly("Resources/acmeOne/Properties/BucketName");
        assertThat(result.judged("BucketsHavePrefix")).isEqualTo(2);
        assertThat(result.judged("NamesAreLiterals")).isZero();
    }

    @Test
    void refusesTwoRulesOfOneId() {
        TemplateValidator validator = StructuralRules.validator();

        assertThatThrownBy(() -> validator.with(new BucketsHavePrefix(), new BucketsHavePrefix()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BucketsHavePrefix");
    }

    @Test
    void lowersWhatAMacroMayMend() {
        String template = """
            Transform: Acme::Macro
            Resources:
              Queue: {Type: AWS::SQS::Queue, Properties: {QueueNam: !Ref Gone}}
            """;

        ValidationResult result = StructuralRules.validator().validate(FixtureReader.read("m.yml", template));

        assertThat(result.findings())
                .extracting(Finding::ruleId)
                .containsExactlyInAnyOrder("DanglingRef", "UnknownProperty");
        assertThat(result.findings()).extracting(Finding::severity).containsOnly(Severity.INFO);
    }

    @Test
    void judgesWhatWasBuiltInJava() {
        Template template = Template.builder()
                .addResources(GenericResource.builder("Queue", "AWS::SQS::Queue")
                        .property("QueueNam", Value.of("x"))
                        .build())
                .build();

        Finding finding =
                StructuralRules.validator().validate(template).findings().get(0);

        assertThat(finding.line()).isPositive();
        assertThat(finding.file()).hasValueSatisfying(file -> assertThat(file).endsWith(".java"));
        assertThat(finding.toBuilder().build()).isEqualTo(finding);
    }

    /** A rule over the whole template, as a user writes it. */
    private static final class BucketsHavePrefix implements TemplateRule {

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String title() {
            return "Names of buckets start with acme";
        }

        @Override
        public void check(TemplateContext context, FindingSink sink) {
            for (Element element : context.elements(Section.RESOURCES)) {
                sink.judged(1);
                if (!element.name().startsWith("acme")) {
                    sink.report(element.place(), element.name() + " lacks acme.", "Rename it.");
                }
            }
        }
    }

    /** A rule over properties, as a user writes it. */
    private static final class NamesAreLiterals implements PropertyRule {

        @Override
        public Severity severity() {
            return Severity.INFO;
        }

        @Override
        public String title() {
            return "Bucket names are literals";
        }

        @Override
        public boolean concerns(PropertyFacts property, ValueLimits limits) {
            return property.name().equals("BucketName");
        }

        @Override
        public void checkValue(ValueLimits limits, Value<?> value, PropertySpot spot, FindingSink sink) {
            if (value instanceof Intrinsic) {
                sink.unjudged(spot.place(), "The name is known when the stack is created.");
            }
        }
    }
}
