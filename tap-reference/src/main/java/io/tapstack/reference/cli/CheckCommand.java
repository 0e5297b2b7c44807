package io.tapstack.reference.cli;

import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.patterns.rule.pack.RulePacks;
import io.tapstack.reference.check.FileChecker;
import io.tapstack.reference.check.Pool;
import io.tapstack.reference.check.TemplateFiles;
import io.tapstack.reference.report.CheckReport;
import io.tapstack.reference.report.FileReport;
import io.tapstack.reference.report.ReportFormat;
import io.tapstack.reference.report.RuleSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code tap check}: judges templates, whoever has written them. */
final class CheckCommand implements Command {

    private static final int MOST_NAMES = 10;

    private final String version;

    CheckCommand(String version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String description() {
        return "Check CloudFormation templates and report what is wrong. The exit code is 1 if something is, and 2 if a file"
                + " cannot be read; all others are checked all the same.";
    }

    @Override
    public void declare(CommandSpec spec) {
        CheckOptions.declare(spec);
    }

    @Override
    public int run(ParseResult typed, Console console) throws IOException {
        CheckOptions options = CheckOptions.of(typed);
        TemplateFiles found = TemplateFiles.of(options.named());
        noteSkipped(found, console);
        boolean allRead = complainOfDirectories(found, console);
        if (found.files().isEmpty()) {
            console.complain("there is no template to check");
            return ExitCode.USAGE;
        }
        TemplateValidator validator = RulePacks.validator(options.packs());
        CheckReport report = new CheckReport(
                version, rules(validator), options.failOn(), check(found.files(), validator, options, console));
        console.print(options.format().write(report, console.terminal().colours()));
        if (!allRead || report.countUnreadable() > 0) {
            return ExitCode.USAGE;
        }
        return report.fails() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static List<FileReport> check(
            List<Path> files, TemplateValidator validator, CheckOptions options, Console console) {
        FileChecker checker = new FileChecker(
                TemplateReader.standard(),
                validator,
                options.packs().contains(RulePacks.STRUCTURE),
                options.format() == ReportFormat.TEXT);
        Progress progress = new Progress(console, files.size());
        try {
            return Pool.ofProcessors().map(files, checker::check, progress::done);
        } finally {
            progress.clear();
        }
    }

    private static List<RuleSummary> rules(TemplateValidator validator) {
        List<RuleSummary> rules = new ArrayList<>();
        for (TemplateRule rule : validator.rules()) {
            rules.add(new RuleSummary(rule.id(), rule.severity(), rule.title()));
        }
        return rules;
    }

    private static void noteSkipped(TemplateFiles found, Console console) {
        for (Map.Entry<Path, List<Path>> entry : found.skipped().entrySet()) {
            List<Path> names = entry.getValue();
            String few = names.stream().limit(MOST_NAMES).map(Path::toString).collect(Collectors.joining(", "));
            console.complain(entry.getKey() + ": skipped " + names.size()
                    + (names.size() == 1 ? " file that is no template: " : " files that are no templates: ") + few
                    + (names.size() > MOST_NAMES ? " and others" : ""));
        }
    }

    private static boolean complainOfDirectories(TemplateFiles found, Console console) {
        for (Map.Entry<Path, IOException> entry : found.unreadable().entrySet()) {
            console.complain("cannot read the directory " + entry.getKey() + ": " + entry.getValue());
        }
        return found.unreadable().isEmpty();
    }
}
