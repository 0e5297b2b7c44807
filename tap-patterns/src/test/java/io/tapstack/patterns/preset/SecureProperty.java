package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import java.util.ArrayList;
import java.util.List;

/** A property on which the security of a preset rests, and what it must be. */
record SecureProperty(String logicalId, String property, String expected) {

    /** Fails unless the template has the property so. */
    void demandOf(Template template) {
        Resource resource = template.resource(LogicalId.of(logicalId)).orElseThrow();
        assertThat(resource.properties().find(property))
                .as(toString())
                .isNotNull()
                .hasToString(expected);
    }

    /** Fails unless {@link #demandOf} fails for the template without the property: the proof that it looks. */
    void missIn(Template template) {
        List<Resource> resources = new ArrayList<>(template.resources());
        resources.replaceAll(resource -> resource.logicalId().name().equals(logicalId)
                ? resource.withProperties(resource.properties().without(property))
                : resource);
        Template weakened = template.toBuilder().resources(resources).build();
        assertThat(weakened).isNotEqualTo(template);
        assertThatThrownBy(() -> demandOf(weakened)).isInstanceOf(AssertionError.class);
    }
}
