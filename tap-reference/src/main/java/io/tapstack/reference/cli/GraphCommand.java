package io.tapstack.reference.cli;

import io.tapstack.model.io.ReadTemplate;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.template.Template;
import io.tapstack.reference.check.FileChecker;
import io.tapstack.reference.graph.Architecture;
import io.tapstack.reference.graph.DotWriter;
import io.tapstack.reference.graph.MermaidWriter;
import io.tapstack.reference.graph.SvgWriter;
import io.tapstack.reference.report.TextReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code tap graph}: the architecture of a template as a picture. */
final class GraphCommand implements Command {

    private static final String MERMAID = "mermaid";
    private static final String DOT = "dot";
    private static final List<String> FORMATS = List.of(MERMAID, DOT, "svg");

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public String description() {
        return "Draw the architecture of a template: its networks, what is in them and beside them, and what the parts do to"
                + " each other.";
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
                .paramLabel("mermaid|dot|svg")
                .type(String.class)
                .description("What to write; by default mermaid.")
                .build());
        OutOption.declare(spec);
    }

    @Override
    public int run(ParseResult typed, Console console) throws IOException {
        String format = format(typed.matchedOptionValue("--format", MERMAID));
        Path file = Paths.of("FILE", typed.matchedPositionalValue(0, ""));
        Path out = OutOption.parse(typed);
        ReadTemplate read = TemplateReader.standard().read(file);
        Template template = read.template().orElse(null);
        if (template == null) {
            console.note(new TextReport(false).write(FileChecker.report(file, read)));
            console.complain(file + ": cannot be read, so it is not drawn");
            return ExitCode.USAGE;
        }
        byte[] picture = draw(format, file, Architecture.of(template)).getBytes(StandardCharsets.UTF_8);
        OutOption.write(out, picture, console);
        return ExitCode.OK;
    }

    private static String format(String word) {
        if (!FORMATS.contains(word)) {
            throw new UsageException("--format: '" + word + "' is none of " + String.join(", ", FORMATS));
        }
        return word;
    }

    private static String draw(String format, Path file, Architecture architecture) {
        if (format.equals(MERMAID)) {
            return MermaidWriter.write(architecture);
        }
        if (format.equals(DOT)) {
            return DotWriter.write(architecture);
        }
        if (!SvgWriter.takes(architecture)) {
            throw new UsageException(file + ": "
                    + (architecture.parts().size() + architecture.areas().size()) + " parts and "
                    + architecture.links().size() + " links are too much for a picture; --format dot takes any number");
        }
        return SvgWriter.write(architecture);
    }
}
