package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How strings stand in JSON. */
class JsonTextTest {

    @Test
    void mostCharactersStandAsTheyAre() {
        assertThat(written("a/b 'c' ä\uD83D\uDE00\u007F\u2028")).isEqualTo("\"a/b 'c' ä\uD83D\uDE00\u007F\u2028\"");
    }

    @Test
    void quotesBackslashesAndControlCharactersAreEscaped() {
        assertThat(written("\"\\\n\r\t\0\u001F")).isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\"");
    }

    @Test
    void halfACharacterIsEscapedSinceUtf8HasNone() {
        assertThat(written("a\uD83D")).isEqualTo("\"a\\ud83d\"");
        assertThat(written("\uDE00\uD83D\uDE00")).isEqualTo("\"\\ude00\uD83D\uDE00\"");
    }

    @Test
    void tellsWhetherNothingWasEscaped() {
        assertThat(JsonText.write(new TextBuffer(null, 0), "plain")).isTrue();
        assertThat(JsonText.write(new TextBuffer(null, 0), "a\nb")).isFalse();
    }

    private static String written(String text) {
        TextBuffer out = new TextBuffer(null, 0);
        JsonText.write(out, text);
        return out.toString();
    }
}
