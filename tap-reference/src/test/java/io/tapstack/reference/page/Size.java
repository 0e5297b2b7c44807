package io.tapstack.reference.page;

import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.TemplateLimits;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How big a template is, against the limits of CloudFormation. */
final class Size {

    final int yaml;
    final int json;
    final int minified;
    final int resources;
    final int parameters;
    final int outputs;

    Size(Template template) {
        yaml = bytes(TemplateWriter.yaml(), template);
        json = bytes(TemplateWriter.json(), template);
        minified = bytes(TemplateWriter.minifiedJson(), template);
        resources = template.resources().size();
        parameters = template.parameters().size();
        outputs = template.outputs().size();
    }

    /** Whether a request can hold a template of so many bytes. */
    static boolean isDirect(int bytes) {
        return bytes <= TemplateLimits.DIRECT_BYTES;
    }

    String sentence() {
        return number(resources) + " resources of at most " + number(TemplateLimits.RESOURCES) + ", "
                + number(parameters) + " parameters, " + number(outputs) + " outputs; " + number(yaml)
                + " bytes of YAML, " + number(json) + " of JSON, " + number(minified)
                + " of JSON without white space. CloudFormation takes " + number(TemplateLimits.DIRECT_BYTES)
                + " bytes from a file and " + number(TemplateLimits.BUCKET_BYTES) + " from a bucket.\n";
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static int bytes(TemplateWriter writer, Template template) {
        return writer.write(template).getBytes(StandardCharsets.UTF_8).length;
    }
}
