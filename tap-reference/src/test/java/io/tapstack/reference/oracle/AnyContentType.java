package io.tapstack.reference.oracle;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The emulator does not know the model for any type of contents, {@code $default}; its model for {@code application/json} is what
 * stands for that, being asked for every type that has none. So the one takes the place of the other.
 */
final class AnyContentType {

    private AnyContentType() {}

    /** The template for the emulator; it must have such a model. */
    static Template in(Template template) {
        List<Resource> resources = new ArrayList<>();
        boolean found = false;
        for (Resource resource : template.resources()) {
            Value<?> models = resource.properties().find("RequestModels");
            if (models instanceof ObjectValue<?> object && object.members().has("$default")) {
                PropertyBag renamed = PropertyBag.of(
                        "application/json", object.members().get("$default").orElseThrow());
                resources.add(
                        resource.withProperties(resource.properties().with("RequestModels", MapValue.ofAny(renamed))));
                found = true;
            } else {
                resources.add(resource);
            }
        }
        if (!found) {
            throw new AssertionError("no model is for any type of contents");
        }
        return template.toBuilder().resources(resources).build();
    }
}
