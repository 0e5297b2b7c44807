package io.tapstack.model.io;

import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.TemplateLimits;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.model.validation.structure.StructuralRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes text of templates that CloudFormation will take: judges a template, and writes it if nothing is wrong with it. Immutable
 * and safe to share between threads.
 */
public final class Synthesizer {

    private final TemplateValidator validator;

    private Synthesizer(TemplateValidator validator) {
        this.validator = validator;
    }

    /** Judges by the rules of CloudFormation itself. */
    public static Synthesizer standard() {
        return of(StructuralRules.validator());
    }

    /** Judges by the rules of a validator alone. */
    public static Synthesizer of(TemplateValidator validator) {
        return new Synthesizer(Objects.requireNonNull(validator, "validator"));
    }

    /**
     * This synthesizer with more rules.
     *
     * @throws IllegalArgumentException if two rules have the same id
     */
    public Synthesizer with(TemplateRule... more) {
        return new Synthesizer(validator.with(more));
    }

    /** Judges a template, its size when written included, and writes it unless there are errors. */
    public Synthesis synthesize(Template template, TemplateFormat format) {
        TemplateWriter writer = TemplateWriter.of(format);
        ValidationResult result = validator.validate(template);
        if (result.hasErrors()) {
            return new Synthesis(result.findings(), null);
        }
        byte[] bytes = writer.toBytes(template);
        List<Finding> size = TemplateLimits.checkSize(bytes.length);
        if (size.isEmpty()) {
            return new Synthesis(result.findings(), bytes);
        }
        List<Finding> all = new ArrayList<>(size);
        all.addAll(result.findings());
        return new Synthesis(all, bytes);
    }
}
