package io.tapstack.reference.cli;

import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
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
                new DiffCommand(),
                new GraphCommand(),
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
        for (Command command : commands) {
            if (args.length > 0 && args[0].equals(command.name())) {
                return execute(command, console, Arrays.copyOfRange(args, 1, args.length));
            }
        }
        CommandLine line = Syntax.of(commands);
        ParseResult typed = line.parseArgs(beforeCommand(args));
        if (typed.isUsageHelpRequested()) {
            printHelp(line, console);
            return ExitCode.OK;
        }
        if (typed.isVersionHelpRequested()) {
            console.print("tap " + version() + "\n");
            return ExitCode.OK;
        }
        throw new UsageException("which command? tap --help lists them");
    }

    private String[] beforeCommand(String... args) {
        for (int i = 0; i < args.length; i++) {
            for (Command command : commands) {
                if (args[i].equals(command.name())) {
                    return Arrays.copyOf(args, i);
                }
            }
        }
        return args;
    }

    private static int execute(Command command, Console console, String... args) throws IOException {
        CommandLine line = Syntax.of(command);
        ParseResult typed = line.parseArgs(args);
        if (typed.isUsageHelpRequested()) {
            printHelp(line, console);
            return ExitCode.OK;
        }
        return command.run(typed, console);
    }

    private static void printHelp(CommandLine line, Console console) throws IOException {
        console.print(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
    }

    private static String version() {
        String version = Tap.class.getPackage().getImplementationVersion();
        return version == null ? "(not from a release)" : version;
    }
}
