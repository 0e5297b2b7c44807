package io.tapstack.reference.oracle;

import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.TemplateLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A template on its way to CloudFormation: with the request, or through a bucket if it is too large for that. */
final class SentTemplate {

    private static final String BUCKET = "sent-templates";

    private final String text;
    private final String url;

    private SentTemplate(String text, String url) {
        this.text = text;
        this.url = url;
    }

    /** Writes a template into the folder of the CLI, and copies it into a bucket if it has to be there. */
    static SentTemplate of(AwsCli aws, String name, Template template) {
        return of(aws, name + ".yml", TemplateWriter.yaml().write(template));
    }

    /** The same as JSON without spaces. */
    static SentTemplate minified(AwsCli aws, String name, Template template) {
        return of(aws, name + ".json", TemplateWriter.minifiedJson().write(template));
    }

    private static SentTemplate of(AwsCli aws, String fileName, String text) {
        Path file = aws.folder().resolve(fileName);
        try {
            Files.writeString(file, text);
            if (Files.size(file) <= TemplateLimits.DIRECT_BYTES) {
                return new SentTemplate(text, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        aws.command("s3", "mb", "s3://" + BUCKET).run();
        aws.command("s3", "cp", file.toString(), "s3://" + BUCKET + "/" + fileName)
                .succeed();
        return new SentTemplate(text, "https://s3.amazonaws.com/" + BUCKET + "/" + fileName);
    }

    /** As arguments of {@code aws cloudformation}. */
    List<String> arguments() {
        return url.isEmpty() ? List.of("--template-body", text) : List.of("--template-url", url);
    }

    /** As the member of a call's input. */
    Map<String, Object> input() {
        return url.isEmpty() ? Map.of("TemplateBody", text) : Map.of("TemplateURL", url);
    }
}
