package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/check.md} shows is run: a block of YAML whose first line is a comment with its name is a file, a block of shell a
 * command, and the block behind that is what it prints. {@code -Dgolden.update=true} writes the outputs anew, to be looked at.
 */
class CheckGuideTest {

    private static final Path PAGE = Path.of("../docs/check.md");
    private static final Pattern FILE = Pattern.compile("(?s)```yaml\\n(# (\\S+)\\n.*?)```");
    private static final Pattern COMMAND =
            Pattern.compile("(?s)```bash\\ntap (.*?) +# exit code (\\d)\\n```\\n\\n```(\\w+)\\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @TempDir
    Path folder;

    @Test
    void commandsPrintWhatThePageSays() throws IOException {
        String page = Files.readString(PAGE);
        Matcher file = FILE.matcher(page);
        while (file.find()) {
            Files.writeString(folder.resolve(file.group(2)), file.group(1));
        }
        StringBuilder updated = new StringBuilder();
        Matcher command = COMMAND.matcher(page);
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
        assertThat(commands).isEqualTo(4);
        command.appendTail(updated);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, updated);
        }
        assertThat(updated.toString()).isEqualTo(Files.readString(PAGE));
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

    @Test
    void everyOptionIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        for (String command : new String[] {"check", "convert", "explain"}) {
            Matcher option = Pattern.compile("--[a-z-]+")
                    .matcher(Outcome.of(command, "--help").out());
            while (option.find()) {
                assertThat(page).contains(option.group().equals("--help") ? "" : "`" + option.group() + " ");
            }
        }
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        Matcher link = LINK.matcher(Files.readString(PAGE));
        int count = 0;
        while (link.find()) {
            assertThat(PAGE.resolveSibling(link.group(1))).exists();
            count++;
        }
        assertThat(count).isPositive();
    }
}
