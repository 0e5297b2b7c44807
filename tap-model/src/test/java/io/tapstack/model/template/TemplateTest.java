package io.tapstack.model.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapstack.model.value.Equals;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Parameter STAGE =
            Parameter.string("Stage").allowedValues("test", "prod").build();

    @Test
    void whatTwoFragmentsDeclareAlikeIsDeclaredOnce() {
        Fragment one = Fragment.builder().addParameters(STAGE).build();
        Fragment same = Fragment.builder()
                .addParameters(
                        Parameter.string("Stage").allowedValues("test", "prod").build())
                .build();
        Fragment other = Fragment.builder()
                .addParameters(Parameter.string("Stage").allowedValues("test").build())
                .build();

        assertThat(Template.builder().add(one).add(same).build().parameters()).hasSize(1);
        assertThat(Template.builder().add(one).add(other).build().parameters()).hasSize(2);
    }

    @Test
    void aTemplateMayHoldTwoResourcesOfOneName() {
        Resource first = GenericResource.builder("A", "AWS::SNS::Topic").build();
        Resource second = GenericResource.builder("A", "AWS::SQS::Queue").build();

        Template template = Template.builder().addResources(first, second).build();

        assertThat(template.resources()).containsExactly(first, second);
        assertThat(template.resource(LogicalId.of("A"))).contains(first);
    }

    @Test
    void theHeadingOfAFragmentStandsAboveItsFirstResource() {
        Resource topic = GenericResource.builder("A", "AWS::SNS::Topic").build();

        Template template = Template.builder()
                .add(Fragment.builder().heading("Topics").addResources(topic).build())
                .build();

        assertThat(template.headings()).containsEntry(LogicalId.of("A"), "Topics");
    }

    @Test
    void referencesToParametersKnowTheirType() {
        Parameter subnets =
                Parameter.ofType("Subnets", "List<AWS::EC2::Subnet::Id>").build();

        assertThat(subnets.listRef().target()).isEqualTo("Subnets");
        assertThatIllegalStateException().isThrownBy(subnets::ref).withMessageContaining("listRef()");
        assertThatIllegalStateException().isThrownBy(STAGE::listRef).withMessageContaining("no list");
        assertThatIllegalStateException().isThrownBy(STAGE::integerRef).withMessageContaining("no Number");
        assertThat(Parameter.number("Days").build().integerRef().target()).isEqualTo("Days");
    }

    @Test
    void optionsAreChangedOneByOne() {
        Condition isProd = Condition.of("IsProd", Equals.of(STAGE.ref(), "prod"));
        Resource first = GenericResource.builder("First", "AWS::SNS::Topic").build();

        Resource second = GenericResource.builder("Second", "AWS::SNS::Topic")
                .options(options -> options.condition(isProd))
                .options(options -> options.dependsOn(first).deletionPolicy(DeletionPolicy.RETAIN))
                .build();

        assertThat(second.options().condition()).contains(LogicalId.of("IsProd"));
        assertThat(second.options().dependsOn()).containsExactly(LogicalId.of("First"));
        assertThat(second.options().deletionPolicy()).contains(Value.of("Retain"));
        assertThat(second.options()).isNotEqualTo(first.options());
    }

    @Test
    void equalityRegardsContentAndNotTheClassOrThePlace() {
        GenericResource topic = GenericResource.builder("A", "AWS::SNS::Topic")
                .property("TopicName", Value.of("a"))
                .build();

        assertThat(topic.withProperties(PropertyBag.of("TopicName", Value.of("a"))))
                .isEqualTo(topic);
        assertThat(topic.withSource(SourceLocation.of("x.yml", 3)))
                .isEqualTo(topic)
                .hasSameHashCodeAs(topic);
        assertThat(topic.withProperties(PropertyBag.empty())).isNotEqualTo(topic);
    }

    @Test
    void linesBeginAtOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceLocation.of("x.yml", 0))
                .withMessageContaining("line");
    }

    @Test
    void aRuleAssertsSomething() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Rule.builder("Region").build())
                .withMessageContaining("Region");
    }

    @Test
    void aBuilderStartsWithAllOfATemplate() {
        Template without = Template.builder()
                .formatVersion(Optional.empty())
                .description("d")
                .build();

        assertThat(without.toBuilder().build()).isEqualTo(without);
        assertThat(Template.builder().build().toBuilder().build().formatVersion())
                .contains(Template.FORMAT_VERSION);
    }

    @Test
    void declaringThingsTwiceAddsNothingElse() {
        Parameter stage = Parameter.string("Stage").build();
        Template twice = Template.builder()
                .formatVersion(Optional.empty())
                .addParameters(stage, stage)
                .build();

        assertThat(twice.parameters()).containsExactly(stage);
        assertThat(twice.formatVersion()).isEmpty();
    }
}
