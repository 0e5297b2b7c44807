package io.tapstack.reference.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may be typed. */
final class Syntax {

    private Syntax() {}

    /** What may be typed behind the commands that are among the words; of others, only that they exist: declaring takes time. */
    static CommandLine of(List<Command> commands, List<String> words) {
        CommandSpec tap = spec("tap", "Secure CloudFormation templates from typed building blocks.");
        tap.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version.")
                .build());
        for (Command command : commands) {
            CommandSpec spec = spec(command.name(), command.description());
            if (words.contains(command.name())) {
                command.declare(spec);
            }
            tap.addSubcommand(command.name(), spec);
        }
        return new CommandLine(tap).setExpandAtFiles(false);
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
