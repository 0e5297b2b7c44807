package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation that is run: a block of YAML whose first line is a comment with its name is a file, a block of shell a
 * command, and the block behind that is what it prints. {@code -Dgolden.update=true} writes the outputs anew, to be looked at.
 */
final class Guide {

    private static final Pattern FILE = Pattern.compile("(?s)```yaml\\n(# (\\S+)\\n.*?)```");
    private static final Pattern COMMAND =
            Pattern.compile("(?s)```bash\\ntap (.*?) +# exit code (\\d)\\n```\\n\\n```(\\w+)\\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    private final Path page;
    private final Path folder;

    /** A page of {@code docs}, whose files are written into a folder. */
    Guide(String page, Path folder) {
        this.page = Path.of("../docs", page);
        this.folder = folder;
    }

    /** So many commands print what the page says. */
    void assertCommands(int expected) throws IOException {
        String text = Files.readString(page);
        Matcher file = FILE.matcher(text);
        while (file.find()) {
            Files.writeString(folder.resolve(file.group(2)), file.group(1));
        }
        StringBuilder updated = new StringBuilder();
        Matcher command = COMMAND.matcher(text);
        int commands = 0;
        while (command.find()) {
            Outcome outcome = Outcome.of(arguments(command.group(1)));
            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(Integer.parseInt(command.group(2)));
            String printed = outcome.out().replace(folder + "/", "");
            String whole = command.group();
            String old = "```" + command.group(3) + "\n" + command.group(4) + "```";
            String shown = whole.substring(0, whole.length() - old.length()) + "```" + command.group(3) + "\n" + printed
                    + "```";
            command.appendReplacement(updated, Matcher.quoteReplacement(shown));
            commands++;
        }
        assertThat(commands).isEqualTo(expected);
        command.appendTail(updated);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, updated);
        }
        assertThat(updated.toString()).isEqualTo(Files.readString(page));
    }

    private String[] arguments(String typed) {
        String[] words = typed.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = Files.exists(folder.resolve(words[i]))
                    ? folder.resolve(words[i]).toString()
                    : words[i];
        }
        return words;
    }

    /** The page explains every option of some commands. */
    void assertOptions(String... commands) throws IOException {
        String text = Files.readString(page);
        for (String command : commands) {
            Matcher option = Pattern.compile("--[a-z-]+")
                    .matcher(Outcome.of(command, "--help").out());
            while (option.find()) {
                assertThat(text).contains(option.group().equals("--help") ? "" : "`" + option.group() + " ");
            }
        }
    }

    /** There are links, and each leads to something. */
    void assertLinks() throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        int count = 0;
        while (link.find()) {
            assertThat(page.resolveSibling(link.group(1))).exists();
            count++;
        }
        assertThat(count).isPositive();
    }
}
