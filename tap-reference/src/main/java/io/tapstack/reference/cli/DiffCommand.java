package io.tapstack.reference.cli;

import io.tapstack.model.io.ReadTemplate;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.template.Template;
import io.tapstack.patterns.proof.DataLoss;
import io.tapstack.patterns.proof.StackUpdate;
import io.tapstack.reference.check.FileChecker;
import io.tapstack.reference.report.FileReport;
import io.tapstack.reference.report.TextReport;
import io.tapstack.reference.report.UpdateJson;
import io.tapstack.reference.report.UpdateText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code tap diff}: what an update of a stack from one template to another does, and what data it loses. */
final class DiffCommand implements Command {

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String description() {
        return "Tell what an update of a stack from one template to another changes, what it replaces, and what data it loses."
                + " The exit code is 0 if the templates say the same, 1 if they differ, and 3 if data would be lost or it"
                + " is not certain that none is.";
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addPositional(template("0", "OLD", "The template of the stack as it is."));
        spec.addPositional(template("1", "NEW", "The template to update it with."));
        spec.addOption(OptionSpec.builder("--format")
                .paramLabel("text|json")
                .type(String.class)
                .description("The form of the report; by default text.")
                .build());
    }

    private static PositionalParamSpec template(String index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .required(true)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult typed, Console console) throws IOException {
        Function<StackUpdate, String> writer = writer(typed.matchedOptionValue("--format", "text"));
        Path oldFile = Paths.of("OLD", typed.matchedPositionalValue(0, ""));
        Path newFile = Paths.of("NEW", typed.matchedPositionalValue(1, ""));
        Optional<Template> before = read(oldFile, console);
        Optional<Template> after = read(newFile, console);
        if (before.isEmpty() || after.isEmpty()) {
            return ExitCode.USAGE;
        }
        StackUpdate update = StackUpdate.between(before.get(), after.get());
        console.print(writer.apply(update));
        if (update.dataLoss() != DataLoss.NONE) {
            return ExitCode.DATA_LOSS;
        }
        return update.isSame() ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private static Function<StackUpdate, String> writer(String word) {
        return switch (word) {
            case "text" -> UpdateText::write;
            case "json" -> UpdateJson::write;
            default -> throw new UsageException("--format: '" + word + "' is neither text nor json");
        };
    }

    /** A template; empty, with all that is wrong told, if it cannot be read as a whole. */
    private static Optional<Template> read(Path file, Console console) {
        ReadTemplate read = TemplateReader.standard().read(file);
        if (read.template().isPresent() && read.isLossless()) {
            return read.template();
        }
        FileReport report = FileChecker.report(file, read);
        console.note(new TextReport(false).write(report));
        console.complain(file + ": cannot be read as a whole, so it is not compared");
        return Optional.empty();
    }
}
