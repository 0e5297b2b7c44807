package io.tapstack.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.And;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.If;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Templates that are made to hurt: long chains, deep nesting, exponential conditions, slow patterns. None of them may. */
@Timeout(60)
class HostileTemplatesTest {

    private static final int MANY = 20_000;
    private static final TemplateValidator VALIDATOR = StructuralRules.validator();

    @Test
    void aLongChainIsNoCycle() {
        Template.Builder template = Template.builder();
        for (int i = 0; i < MANY; i++) {
            template.addResources(i + 1 < MANY ? queue("Q" + i, "Q" + (i + 1)) : queue("Q" + i));
        }

        ValidationResult result = VALIDATOR.validate(template.build());

        assertThat(result.findings()).extracting(Finding::ruleId).containsExactly("CountLimit");
        assertThat(result.judged("CircularDependency")).isEqualTo(MANY - 1);
    }

    @Test
    void aLongRingIsOneCycle() {
        Template.Builder template = Template.builder();
        for (int i = 0; i < MANY; i++) {
            template.addResources(queue("Q" + i, "Q" + (i + 1) % MANY));
        }

        ValidationResult result = VALIDATOR.validate(template.build());

        assertThat(result.findings())
                .filteredOn(finding -> finding.ruleId().equals("CircularDependency"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("and " + (MANY - 12) + " more steps"));
    }

    @Test
    void manyUnknownNamesAreAllReported() {
        Template.Builder template = Template.builder();
        for (int i = 0; i < MANY; i++) {
            template.addResources(
                    queue("Q" + i).withProperties(PropertyBag.of("QueueName", Ref.to(LogicalId.of("Gone" + i)))));
        }

        assertThat(VALIDATOR.validate(template.build()).findings())
                .filteredOn(finding -> finding.ruleId().equals("DanglingRef"))
                .hasSize(MANY);
    }

    @Test
    void deepNestingIsToldAndNotEntered() {
        Value<?> deep = Ref.to(LogicalId.of("Gone"));
        Value<?> choice = Value.of("x");
        for (int i = 0; i < MANY; i++) {
            deep = MapValue.ofAny(PropertyBag.of("a", Value.list(List.of(deep))));
            choice = If.of(LogicalId.of("C"), cast(choice), Value.of("y"));
        }
        Template template = Template.builder()
                .addConditions(condition("C", Equals.of(PseudoParameter.REGION, "x")))
                .addResources(queue("Q")
                        .withProperties(PropertyBag.builder()
                                .put("RedriveAllowPolicy", deep)
                                .put("QueueName", choice)
                                .put("Tags", Value.list(List.of(cast(deep), cast(deep))))
                                .build()))
                .build();

        assertThat(VALIDATOR.validate(template).findings())
                .extracting(Finding::ruleId)
                .contains("NestingLimit");
    }

    @Test
    void conditionsThatDoubleEachOtherAreGivenUp() {
        Template.Builder template = Template.builder()
                .addParameters(Parameter.string("P").build())
                .addConditions(condition("C0", Equals.of(Ref.to(LogicalId.of("P")), "x")));
        for (int i = 1; i <= 60; i++) {
            Value<Boolean> before = io.tapstack.model.value.ConditionReference.to(LogicalId.of("C" + (i - 1)));
            template.addConditions(condition("C" + i, And.of(before, before)));
        }
        ResourceOptions conditional =
                ResourceOptions.builder().condition(LogicalId.of("C60")).build();
        template.addResources(queue("Q").withOptions(conditional), queue("R", "Q"));

        ValidationResult result = VALIDATOR.validate(template.build());

        assertThat(result.findings()).isEmpty();
        assertThat(result.unjudged()).extracting(Finding::ruleId).containsExactly("DependsOnConditionalResource");
    }

    @Test
    void slowPatternsAreGivenUp() {
        Template template = Template.builder()
                .addParameters(Parameter.string("P")
                        .allowedPattern("(a|aa)+\\1c")
                        .defaultValue("a".repeat(60))
                        .build())
                .addParameters(
                        Parameter.string("Q").allowedPattern("(".repeat(5_000)).build())
                .addResources(queue("R").withProperties(PropertyBag.of("QueueName", Sub.of("${P}${Q}"))))
                .build();

        assertThat(VALIDATOR.validate(template).findings())
                .extracting(Finding::ruleId)
                .containsOnly("ParameterConstraint");
    }

    private static GenericResource queue(String name, String... dependsOn) {
        ResourceOptions.Builder options = ResourceOptions.builder();
        for (String dependency : dependsOn) {
            options.addDependsOn(LogicalId.of(dependency));
        }
        return GenericResource.of(
                LogicalId.of(name), "AWS::SQS::Queue", PropertyBag.empty(), options.build(), SourceLocation.unknown());
    }

    private static Condition condition(String name, Value<?> expression) {
        return Condition.of(LogicalId.of(name), expression, SourceLocation.unknown());
    }

    @SuppressWarnings("unchecked")
    private static <T> Value<T> cast(Value<?> value) {
        return (Value<T>) value;
    }
}
