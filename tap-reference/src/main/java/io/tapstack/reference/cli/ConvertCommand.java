package io.tapstack.reference.cli;

import io.tapstack.model.io.ReadTemplate;
import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.reference.check.FileChecker;
import io.tapstack.reference.report.FileReport;
import io.tapstack.reference.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code tap convert}: writes a template in the other notation, or tidily in the same, and loses nothing but comments. */
final class ConvertCommand implements Command {

    @Override
    public String name() {
        return "convert";
    }

    @Override
    public String description() {
        return "Read a template and write it as YAML or JSON. Comments go, nothing else: if more would be lost, nothing is"
                + " written and the exit code is 2.";
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .required(true)
                .paramLabel("FILE")
                .type(String.class)
                .description("The template.")
                .build());
        spec.addOption(OptionSpec.builder("--format")
                .paramLabel("yaml|json")
                .required(true)
                .type(String.class)
                .description("The format to write.")
                .build());
        OutOption.declare(spec);
    }

    @Override
    public int run(ParseResult typed, Console console) throws IOException {
        Path file = Paths.of("FILE", typed.matchedPositionalValue(0, ""));
        TemplateFormat format = FormatOption.parse(typed.matchedOptionValue("--format", ""));
        Path out = OutOption.parse(typed);
        TemplateReader reader = TemplateReader.standard();
        ReadTemplate read = reader.read(file);
        Template template = read.template().orElse(null);
        if (template == null || !read.isLossless()) {
            FileReport report = FileChecker.report(file, read);
            console.note(new TextReport(false).write(report));
            console.complain(file + ": cannot be read without loss, so nothing is written");
            return ExitCode.USAGE;
        }
        byte[] text = TemplateWriter.of(format).toBytes(template);
        if (!holds(text, template, reader)) {
            console.complain(file + ": " + format + " cannot hold all of it, so nothing is written");
            return ExitCode.USAGE;
        }
        OutOption.write(out, text, console);
        return ExitCode.OK;
    }

    /** Whether a text, when it is read again, gives the template that it was written from. */
    private static boolean holds(byte[] text, Template template, TemplateReader reader) {
        return reader.read("", text).template().filter(template::equals).isPresent();
    }
}
