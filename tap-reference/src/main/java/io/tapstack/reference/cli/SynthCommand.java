package io.tapstack.reference.cli;

import io.tapstack.model.io.AtomicFiles;
import io.tapstack.model.io.Synthesis;
import io.tapstack.model.io.Synthesizer;
import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.network.FunctionReachesServices;
import io.tapstack.reference.deploy.DeployFiles;
import io.tapstack.reference.pipeline.InvalidOptionException;
import io.tapstack.reference.pipeline.PipelineOption;
import io.tapstack.reference.pipeline.ReferencePipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code tap synth}: validates a pipeline and writes its template. */
final class SynthCommand implements Command {

    private static final String[] NOTHING = {};

    private final List<ReferencePipeline> pipelines;

    SynthCommand(List<ReferencePipeline> pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public String name() {
        return "synth";
    }

    @Override
    public String description() {
        return "Validate a reference pipeline and write its template. Findings go to standard error; if one is an error, nothing"
                + " is written and the exit code is 1.";
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.usageMessage().footer(options());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .required(true)
                .paramLabel("NAME")
                .type(String.class)
                .description("The pipeline; tap list names them.")
                .build());
        spec.addOption(OptionSpec.builder("--format")
                .paramLabel("yaml|json")
                .type(String.class)
                .description("The format; by default that of FILE's extension, else that of the pipeline.")
                .build());
        OutOption.declare(spec);
        spec.addOption(OptionSpec.builder("--deploy-dir")
                .paramLabel("DIR")
                .type(String.class)
                .description("Write a script that deploys FILE, its parameters and tags into this directory besides.")
                .build());
        spec.addOption(OptionSpec.builder("--option")
                .paramLabel("KEY=VALUE")
                .type(String[].class)
                .description("Something to choose about the pipeline; may be repeated.")
                .build());
    }

    private String[] options() {
        List<String> lines = new ArrayList<>();
        for (ReferencePipeline pipeline : pipelines) {
            for (PipelineOption option : pipeline.options()) {
                lines.add("  " + pipeline.name() + ": " + option + "  " + option.description());
            }
        }
        if (!lines.isEmpty()) {
            lines.add(0, "%nOptions of the pipelines, with their defaults:");
        }
        return lines.toArray(NOTHING);
    }

    @Override
    public int run(ParseResult typed, Console console) throws IOException {
        ReferencePipeline pipeline = pipeline(typed.matchedPositionalValue(0, ""));
        Path out = OutOption.parse(typed);
        Path deployFolder = deployFolder(typed.matchedOptionValue("--deploy-dir", null), out);
        TemplateFormat format = format(typed.matchedOptionValue("--format", null), out, pipeline.format());
        Template template = template(pipeline, choices(typed.matchedOptionValue("--option", NOTHING)));
        Synthesis synthesis =
                Synthesizer.standard().with(new FunctionReachesServices()).synthesize(template, format);
        if (synthesis.hasErrors()) {
            console.note(FindingText.of(synthesis.findings()));
            console.complain(
                    FindingText.count(synthesis.findings(), Severity.ERROR, "error") + ", so nothing is written");
            return ExitCode.FINDINGS;
        }
        if (out == null) {
            console.print(synthesis.bytes());
        } else {
            write(synthesis.bytes(), template, out, deployFolder);
        }
        console.note(FindingText.of(synthesis.findings()));
        return ExitCode.OK;
    }

    private static void write(byte[] text, Template template, Path out, @Nullable Path deployFolder)
            throws IOException {
        if (deployFolder == null) {
            AtomicFiles.write(out, text);
            return;
        }
        DeployFiles.prepare(deployFolder);
        AtomicFiles.write(out, text);
        DeployFiles.of(template).write(out, deployFolder);
    }

    private static @Nullable Path deployFolder(@Nullable String name, @Nullable Path out) {
        if (name == null) {
            return null;
        }
        if (out == null) {
            throw new UsageException("--deploy-dir: the script needs the template in a file: give --out too");
        }
        return Paths.of("--deploy-dir", name);
    }

    private ReferencePipeline pipeline(String name) {
        for (ReferencePipeline pipeline : pipelines) {
            if (pipeline.name().equals(name)) {
                return pipeline;
            }
        }
        throw new UsageException("there is no pipeline '" + name + "'; tap list names them");
    }

    private static TemplateFormat format(@Nullable String word, @Nullable Path out, TemplateFormat usual) {
        if (word != null) {
            return FormatOption.parse(word);
        }
        Path file = out == null ? null : out.getFileName();
        return file == null ? usual : TemplateFormat.ofFileName(file.toString()).orElse(usual);
    }

    private static Map<String, String> choices(String[] pairs) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--option: '" + pair + "' is not KEY=VALUE");
            }
            String key = pair.substring(0, equals);
            if (choices.put(key, pair.substring(equals + 1)) != null) {
                throw new UsageException("--option: " + key + " is chosen twice");
            }
        }
        return choices;
    }

    private static Template template(ReferencePipeline pipeline, Map<String, String> choices) {
        try {
            return pipeline.template(choices);
        } catch (InvalidOptionException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }
}
