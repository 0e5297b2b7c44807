package io.tapstack.reference.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tapstack.model.template.Template;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each requirement is a test on the template of its pipeline, and each of its mutations one that it fails then. */
class RequirementsTest {

    @TestFactory
    List<DynamicContainer> requirements() {
        List<DynamicContainer> pipelines = new ArrayList<>();
        for (ReferencePipeline pipeline : ReferencePipelines.all()) {
            Template template = pipeline.template();
            List<DynamicNode> tests = new ArrayList<>();
            for (Requirement requirement : Requirements.of(pipeline.name())) {
                tests.add(dynamicTest(
                        requirement.toString(),
                        () -> assertThat(requirement.trouble(template)).isEmpty()));
                requirement
                        .mutations()
                        .forEach((words, change) -> tests.add(dynamicTest(
                                requirement.number() + " fails if " + words,
                                () -> fails(requirement, template, change))));
            }
            pipelines.add(dynamicContainer(pipeline.name(), tests));
        }
        return pipelines;
    }

    private static void fails(Requirement requirement, Template template, UnaryOperator<Template> change) {
        Template changed = change.apply(template);
        assertThat(changed).as("the mutation changes something").isNotEqualTo(template);
        assertThat(requirement.trouble(changed)).isNotEmpty();
    }

    @Test
    void eachRequirementCanFail() {
        Requirements.ALL.forEach((pipeline, requirements) -> assertThat(requirements)
                .as(pipeline)
                .isNotEmpty()
                .allSatisfy(requirement -> assertThat(requirement.mutations())
                        .as(requirement.toString())
                        .isNotEmpty()));
    }

    @Test
    void allNumbersAreThere() {
        assertThat(numbers("transaction"))
                .contains("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "Option 1", "Option 2", "Option 3");
        assertThat(numbers("data"))
                .contains("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "Option 1", "Option 2", "Option 3");
        assertThat(numbers("financial"))
                .contains("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "3.1", "3.2", "3.3")
                .contains("3.4", "3.5", "4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "5.4", "5.5", "6.1", "6.2")
                .contains("6.3", "6.4", "6.5", "7.1", "7.2", "7.3", "7.4", "7.5", "8.1", "8.2", "8.3");
    }

    private static List<String> numbers(String pipeline) {
        List<String> numbers =
                Requirements.of(pipeline).stream().map(Requirement::number).toList();
        assertThat(numbers).doesNotHaveDuplicates();
        return numbers;
    }

    @Test
    void everyPipelineHasRequirements() {
        assertThat(ReferencePipelines.all()).extracting(ReferencePipeline::name).isSubsetOf(Requirements.ALL.keySet());
    }

    /** An assignment that no condition turns on is not tried twice, and one that matters is. */
    @Test
    void triesEveryAssignmentThatMatters() {
        Template template =
                ReferencePipelines.named("transaction").orElseThrow().template();
        List<Map<String, String>> assignments = Assignments.of(template);

        assertThat(assignments).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(8);
        assertThat(assignments.get(0)).containsEntry("EnableTerminationProtection", "false");
        assertThat(assignments)
                .anySatisfy(one -> assertThat(one)
                        .containsEntry("EnableTerminationProtection", "true")
                        .containsEntry("CreateConfigRecorder", "false"));
    }
}
