package io.tapstack.reference.pipeline;

import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.template.Template;
import java.util.List;
import java.util.Map;

/** A pipeline that {@code tap synth} can write. */
public interface ReferencePipeline {

    /** Its name on the command line. */
    String name();

    /** What it is, in one line. */
    String description();

    /** The format in which its requirement asks for its template; that in which it is written unless another is chosen. */
    default TemplateFormat format() {
        return TemplateFormat.YAML;
    }

    /** What can be chosen about it; empty if nothing can. */
    List<PipelineOption> options();

    /** Its template, with nothing chosen. */
    default Template template() {
        return template(Map.of());
    }

    /**
     * Its template.
     *
     * @param choices values by the keys of {@link #options()}; what is left out keeps its default
     * @throws InvalidOptionException if a key is not known or a value is not accepted
     */
    Template template(Map<String, String> choices);
}
