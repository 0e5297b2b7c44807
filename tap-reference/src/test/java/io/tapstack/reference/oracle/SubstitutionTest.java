package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubstitutionTest {

    private final Template template =
            ReferencePipelines.named("transaction").orElseThrow().template();

    @Test
    void a_replaced_resource_keeps_what_it_depends_on_and_its_condition_only() {
        Substitution substitution = Substitution.of(template, Set.of("AWS::Config::DeliveryChannel"));
        LogicalId id = LogicalId.of("ConfigDeliveryChannel");
        Resource before = template.resource(id).orElseThrow();
        Resource after = substitution.template().resource(id).orElseThrow();

        assertThat(substitution.replaced()).containsExactly(before);
        assertThat(after.resourceType()).isEqualTo(Substitution.INERT);
        assertThat(after.properties().isEmpty()).isTrue();
        assertThat(after.options().dependsOn())
                .isEqualTo(before.options().dependsOn())
                .isNotEmpty();
        assertThat(after.options().condition())
                .isEqualTo(before.options().condition())
                .isPresent();
        assertThat(substitution.report()).contains("1 resources", "AWS::Config::DeliveryChannel ConfigDeliveryChannel");
    }

    @Test
    void everything_else_stays() {
        Template after = Substitution.of(template, Set.of("AWS::EC2::FlowLog")).template();

        List<Resource> others = template.resources().stream()
                .filter(resource -> !resource.resourceType().equals("AWS::EC2::FlowLog"))
                .toList();
        assertThat(after.resources()).hasSameSizeAs(template.resources()).containsAll(others);
        assertThat(after.toBuilder().resources(template.resources()).build()).isEqualTo(template);
    }

    @Test
    void nothing_refused_is_nothing_replaced() {
        assertThat(Substitution.of(template, Set.of()).template()).isEqualTo(template);
    }
}
