package io.tapstack.reference.cli;

import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line. Trouble is one line on standard error and exit code 2; findings are what exit code 1 is for. */
public final class Tap {

    /** Texts are all that is typed; loading picocli's other converters, of dates and databases, would slow each start down. */
    private static final String UNUSED_CONVERTERS = "picocli.converters.excludes";

    private final List<Command> commands;

    Tap(List<ReferencePipeline> pipelines) {
        commands = List.of(
                new ListCommand(pipelines),
                new SynthCommand(pipelines),
                new CheckCommand(version()),
                new ConvertCommand(),
                new ExplainCommand());
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.setProperty(UNUSED_CONVERTERS, "java\\..*");
        Console console = new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Terminal.ofProcess());
        System.exit(new Tap(ReferencePipelines.all()).run(console, args));
    }

    /** Runs one command and returns its exit code. */
    int run(Console console, String... args) {
        try {
            return execute(console, args);
        } catch (ParameterException | UsageException | IOException e) {
            console.complain(String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            console.complain("a fault of tap itself; please report it with what follows");
            console.note(trace.toString());
            return ExitCode.FAULT;
        }
    }

    private int execute(Console console, String... args) throws IOException {
        ParseResult parsed = Syntax.of(commands, List.of(args)).parseArgs(args);
        ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        CommandLine line = last.commandSpec().commandLine();
        if (last.isUsageHelpRequested()) {
            console.print(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return ExitCode.OK;
        }
        if (last.isVersionHelpRequested()) {
            console.print("tap " + version() + "\n");
            return ExitCode.OK;
        }
        for (Command command : commands) {
            if (command.name().equals(last.commandSpec().name())) {
                return command.run(last, console);
            }
        }
        throw new UsageException("which command? tap --help lists them");
    }

    private static String version() {
        String version = Tap.class.getPackage().getImplementationVersion();
        return version == null ? "(not from a release)" : version;
    }
}
