package io.tapstack.model.io;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import java.util.Map;
import java.util.Objects;

/** Small templates around one value. */
final class Templates {

    private Templates() {}

    /** A template whose only property is the value. */
    static Template with(Value<?> value) {
        return Template.builder()
                .addResources(
                        GenericResource.builder("R", "T").property("P", value).build())
                .build();
    }

    /** What YAML says behind {@code P:}, without the indentation of its lines. */
    static String yamlOf(Value<?> value) {
        String text = TemplateWriter.yaml().write(with(value));
        return text.substring(text.indexOf("P:") + 2).replace("\n      ", "\n").strip();
    }

    /** The property out of a parsed template. */
    static Object property(Object parsed) {
        return member(member(member(member(parsed, "Resources"), "R"), "Properties"), "P");
    }

    private static Object member(Object parsed, String name) {
        return Objects.requireNonNull(((Map<?, ?>) parsed).get(name), name);
    }
}
