package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertThat(Terminal.of(true, true, Map.of("TERM", "xterm"))).isEqualTo(new Terminal(true, true));
        assertThat(Terminal.of(true, true, Map.of("NO_COLOR", "1"))).isEqualTo(new Terminal(false, true));
        assertThat(Terminal.of(true, true, Map.of("NO_COLOR", ""))).isEqualTo(new Terminal(true, true));
        assertThat(Terminal.of(true, true, Map.of("TERM", "dumb"))).isEqualTo(Terminal.NONE);
    }

    @Test
    void eachStreamIsLookedAtByItself() {
        assertThat(Terminal.of(true, false, Map.of())).isEqualTo(new Terminal(true, false));
        assertThat(Terminal.of(false, true, Map.of())).isEqualTo(new Terminal(false, true));
    }
}
