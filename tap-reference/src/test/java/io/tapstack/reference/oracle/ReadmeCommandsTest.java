package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadmeCommandsTest {

    @Test
    void bash_blocks_are_taken_as_they_are_printed() {
        assertThat(ReadmeCommands.parse(List.of(
                        "# Page", "## Deploy", "```bash", "a \\", "  b", "", "c", "```", "```json", "{}", "```")))
                .containsExactly(new ReadmeCommands.Block("Deploy", "a \\\n  b\n\nc\n", Optional.empty(), 3));
    }

    @Test
    void a_marker_holds_for_the_block_behind_it_only() {
        assertThat(ReadmeCommands.parse(List.of(
                        "<!-- not on the emulator: too big -->", "```bash", "a", "```", "```bash", "# b", "```")))
                .containsExactly(
                        new ReadmeCommands.Block("", "a\n", Optional.of("too big"), 2),
                        new ReadmeCommands.Block("", "# b\n", Optional.empty(), 5));
    }

    @Test
    void a_marker_without_a_block_and_an_open_block_are_refused() {
        assertThatThrownBy(() ->
                        ReadmeCommands.parse(List.of("<!-- not on the emulator: why -->", "", "```bash", "a", "```")))
                .hasMessageContaining("line 1: no block begins");
        assertThatThrownBy(() -> ReadmeCommands.parse(List.of("```bash", "a")))
                .hasMessageContaining("line 1: the block is not closed");
    }
}
