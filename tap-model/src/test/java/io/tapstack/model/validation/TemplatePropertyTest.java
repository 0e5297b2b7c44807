package io.tapstack.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Valid templates have no findings, and each way to break one is seen by the rule that is there for it. */
class TemplatePropertyTest {

    private static final int TRIES = 150;
    private static final TemplateValidator VALIDATOR = StructuralRules.validator();

    private static List<Finding> findings(Template template) {
        return VALIDATOR.validate(template).findings();
    }

    private static List<Finding> findings(Template template, String rule) {
        return findings(template).stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .toList();
    }

    @Property(tries = TRIES)
    void validTemplatesHaveNoFindings(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        assertThat(findings(ValidTemplates.of(seed, size))).isEmpty();
    }

    @Property(tries = 60)
    void aReferenceToADroppedResourceIsSeen(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int size) {
        Template template = ValidTemplates.of(seed, size);
        Resource dropped = template.resources().get(size - 1);
        Template broken = with(template, template.resources().subList(0, size - 1));

        assertThat(findings(broken))
                .filteredOn(finding -> finding.ruleId().equals("DanglingGetAtt")
                        || finding.ruleId().equals("DanglingRef"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.path()).isEqualTo("Outputs/Of" + dropped.logicalId() + "/Value"));
    }

    @Property(tries = 60)
    void aRenamedAttributeIsSeen(@ForAll long seed) {
        Template template = ValidTemplates.of(seed, 3);
        List<Output> outputs = new ArrayList<>();
        int renamed = 0;
        for (Output output : template.outputs()) {
            if (output.members().find("Value") instanceof GetAtt<?> attribute
                    && attribute.attribute() instanceof Literal<?> name) {
                Value<?> other = GetAtt.of(attribute.target(), name.text() + "Zz");
                outputs.add(Output.of(output.logicalId(), output.members().with("Value", other), output.source()));
                renamed++;
            } else {
                outputs.add(output);
            }
        }
        assertThat(findings(template.toBuilder().outputs(outputs).build(), "UnknownAttribute"))
                .hasSize(renamed);
    }

    @Property(tries = 60)
    void anAddedPropertyIsSeen(@ForAll long seed) {
        Template template = ValidTemplates.of(seed, 2);
        Resource resource = template.resources().get(0);
        Resource broken = resource.withProperties(resource.properties().with("NoSuchThing", Value.of("x")));

        assertThat(findings(replaced(template, broken))).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("UnknownProperty");
            assertThat(finding.path()).isEqualTo("Resources/R0/Properties/NoSuchThing");
            assertThat(finding.line()).isEqualTo(2);
        });
    }

    @Property(tries = 60)
    void aRemovedRequiredPropertyIsSeen(@ForAll long seed) {
        Template template = ValidTemplates.of(seed, 4);
        Optional<Resource> victim = template.resources().stream()
                .filter(resource -> required(resource).size() > 0)
                .findFirst();
        Assume.that(victim.isPresent());
        Resource resource = victim.orElseThrow();
        String name = required(resource).get(0);

        assertThat(findings(
                        replaced(
                                template,
                                resource.withProperties(resource.properties().without(name))),
                        "MissingProperty"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(" requires " + name + ","));
    }

    @Property(tries = 60)
    void aClosedCycleIsSeenAndItsLengthIsRight(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int size) {
        Template template = ValidTemplates.of(seed, size);
        Resource first = template.resources().get(0);
        Resource closing = first.withOptions(first.options().toBuilder()
                .addDependsOn(LogicalId.of("R" + (size - 1)))
                .build());

        assertThat(findings(replaced(template, closing), "CircularDependency"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message().split(" -> ")).hasSize(size + 1));
    }

    private static List<String> required(Resource resource) {
        return CloudFormationFacts.bundled()
                .resource(resource.resourceType())
                .orElseThrow()
                .requiredProperties()
                .stream()
                .map(PropertyFacts::name)
                .toList();
    }

    private static Template replaced(Template template, Resource resource) {
        List<Resource> resources = new ArrayList<>(template.resources());
        resources.replaceAll(one -> one.logicalId().equals(resource.logicalId()) ? resource : one);
        return with(template, resources);
    }

    private static Template with(Template template, List<Resource> resources) {
        return template.toBuilder().resources(resources).build();
    }
}
