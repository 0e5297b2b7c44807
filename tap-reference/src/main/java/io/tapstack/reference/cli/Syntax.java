package io.tapstack.reference.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may be typed. */
final class Syntax {

    private Syntax() {}

    /**
     * What may be typed: behind the command that is the first word, and nothing else if it is one, since each command that picocli
     * hears of takes time; else behind the commands that are among the words, and of others that they exist.
     */
    static CommandLine of(List<Command> commands, List<String> words) {
        CommandSpec tap = spec("tap", "Secure CloudFormation templates from typed building blocks.");
        tap.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version.")
                .build());
        for (Command command : meant(commands, words)) {
            CommandSpec spec = spec(command.name(), command.description());
            if (words.contains(command.name())) {
                command.declare(spec);
            }
            tap.addSubcommand(command.name(), spec);
        }
        return new CommandLine(tap).setExpandAtFiles(false);
    }

    private static List<Command> meant(List<Command> commands, List<String> words) {
        for (Command command : commands) {
            if (!words.isEmpty() && words.get(0).equals(command.name())) {
                return List.of(command);
            }
        }
        return commands;
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
