package io.tapstack.reference.deploy;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The script that deploys a template, kept as a real file among the resources: a few lines of it depend on the template. */
final class DeployScript {

    private static final String PROTECTION = "EnableTerminationProtection";
    private static final String RETAIN = "Retain";

    private DeployScript() {}

    static String text(Template template, String templateFile) {
        return resource()
                .replace("=$HERE/TEMPLATE_FILE\n", "=$HERE/" + ShellText.quoted(templateFile) + "\n")
                .replace("(CAPABILITY_LIST)\n", "(" + String.join(" ", Capabilities.of(template)) + ")\n")
                .replace("=RETAINS_RESOURCES\n", "=" + retains(template) + "\n")
                .replace("=PROTECTION_PARAMETER_NAME\n", "=" + (isProtected(template) ? PROTECTION : "''") + "\n");
    }

    /** Whether something stays when it leaves the stack, and so would stay after a creation that failed. */
    private static boolean retains(Template template) {
        for (Resource resource : template.resources()) {
            if (resource.options()
                    .deletionPolicy()
                    .filter(policy -> policy instanceof Literal<?> literal
                            && literal.text().equals(RETAIN))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isProtected(Template template) {
        for (Parameter parameter : template.parameters()) {
            if (parameter.logicalId().name().equals(PROTECTION)) {
                return true;
            }
        }
        return false;
    }

    private static String resource() {
        try (InputStream in = DeployScript.class.getResourceAsStream("deploy.sh")) {
            if (in == null) {
                throw new IllegalStateException("there is no resource deploy.sh");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
