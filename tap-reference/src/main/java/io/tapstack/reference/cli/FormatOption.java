package io.tapstack.reference.cli;

import io.tapstack.model.io.TemplateFormat;

/** The option {@code --format} of commands that write templates. */
final class FormatOption {

    private FormatOption() {}

    /**
     * The format by its word.
     *
     * @throws UsageException if there is none
     */
    static TemplateFormat parse(String word) {
        return TemplateFormat.parse(word)
                .orElseThrow(() -> new UsageException("--format: '" + word + "' is neither yaml nor json"));
    }
}
