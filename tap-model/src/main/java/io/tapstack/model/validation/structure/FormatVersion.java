package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;

/** A version of the template format that does not exist. */
final class FormatVersion implements TemplateRule {

    private static final String ONLY = "2010-09-09";

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "The version of the template format is the one that exists";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        context.template().formatVersion().ifPresent(version -> {
            sink.judged(1);
            if (!version.equals(ONLY)) {
                sink.report(
                        context.templateElement().place("AWSTemplateFormatVersion"),
                        "There is no version '" + Texts.excerpt(version) + "' of the template format.",
                        "Write " + ONLY + ", or leave it out.");
            }
        });
    }
}
