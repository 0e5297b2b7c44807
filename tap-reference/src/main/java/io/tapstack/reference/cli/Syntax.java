package io.tapstack.reference.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may be typed. */
final class Syntax {

    private Syntax() {}

    /** What may be typed where no command is: options of the program itself, and the names of the commands. */
    static CommandLine of(List<Command> commands) {
        CommandSpec tap = spec("tap", "Secure CloudFormation templates from typed building blocks.");
        tap.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version.")
                .build());
        for (Command command : commands) {
            tap.addSubcommand(command.name(), spec(command.name(), command.description()));
        }
        return line(tap);
    }

    /** What may be typed behind the name of a command. Others are not declared: each that picocli hears of takes time. */
    static CommandLine of(Command command) {
        CommandSpec spec = spec("tap " + command.name(), command.description());
        command.declare(spec);
        return line(spec);
    }

    private static CommandLine line(CommandSpec spec) {
        return new CommandLine(spec).setExpandAtFiles(false);
    }

    private static CommandSpec spec(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this help.")
                .build());
        return spec;
    }
}
