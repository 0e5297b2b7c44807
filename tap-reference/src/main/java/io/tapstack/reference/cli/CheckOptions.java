package io.tapstack.reference.cli;

import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.pack.RulePack;
import io.tapstack.patterns.rule.pack.RulePacks;
import io.tapstack.reference.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What {@code tap check} is told. */
record CheckOptions(List<Path> named, List<RulePack> packs, ReportFormat format, Optional<Severity> failOn) {

    private static final String[] NOTHING = {};

    static void declare(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .paramLabel("FILE")
                .type(String[].class)
                .description("Templates, and directories whose templates are checked, at any depth.")
                .build());
        spec.addOption(OptionSpec.builder("--pack")
                .paramLabel(packNames("|"))
                .type(String[].class)
                .description(
                        "Rules to check by; may be repeated. By default structure and security, which holds most of practice.")
                .build());
        spec.addOption(OptionSpec.builder("--format")
                .paramLabel("text|json|sarif|junit")
                .type(String.class)
                .description("The form of the report; by default text.")
                .build());
        spec.addOption(OptionSpec.builder("--fail-on")
                .paramLabel("error|warning|never")
                .type(String.class)
                .description("Findings from which severity on give the exit code 1; by default error.")
                .build());
    }

    static CheckOptions of(ParseResult typed) {
        List<Path> named = new ArrayList<>();
        for (String name : typed.matchedPositionalValue(0, NOTHING)) {
            named.add(Paths.of("FILE", name));
        }
        List<RulePack> packs = new ArrayList<>();
        for (String name : typed.matchedOptionValue("--pack", NOTHING)) {
            packs.add(RulePacks.named(name)
                    .orElseThrow(() -> new UsageException(
                            "--pack: there is no pack '" + name + "'; there are " + packNames(", "))));
        }
        return new CheckOptions(
                named,
                packs.isEmpty() ? RulePacks.all() : packs,
                format(typed.matchedOptionValue("--format", "text")),
                failOn(typed.matchedOptionValue("--fail-on", "error")));
    }

    private static String packNames(String separator) {
        return RulePacks.listed().stream().map(RulePack::name).collect(Collectors.joining(separator));
    }

    private static ReportFormat format(String word) {
        return ReportFormat.parse(word)
                .orElseThrow(() -> new UsageException("--format: '" + word + "' is none of text, json, sarif, junit"));
    }

    private static Optional<Severity> failOn(String word) {
        return switch (word) {
            case "error" -> Optional.of(Severity.ERROR);
            case "warning" -> Optional.of(Severity.WARNING);
            case "never" -> Optional.empty();
            default -> throw new UsageException("--fail-on: '" + word + "' is none of error, warning, never");
        };
    }
}
