package io.tapstack.reference.deploy;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a template's parameters, to be filled in. */
final class ParametersFile {

    private ParametersFile() {}

    /**
     * All parameters with their defaults. One that is not shown ({@code NoEcho}) and has a default is left out, so that no secret
     * comes to stand in a file.
     */
    static String text(Template template) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : template.parameters()) {
            boolean hidden = parameter.text("NoEcho").filter("true"::equals).isPresent();
            String value = parameter.text("Default").orElse("");
            if (!hidden || parameter.defaultValue().isEmpty()) {
                values.put(parameter.logicalId().name(), value);
            }
        }
        return CliJson.list("ParameterKey", "ParameterValue", values);
    }
}
