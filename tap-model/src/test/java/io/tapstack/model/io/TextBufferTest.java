package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextBufferTest {

    private static final boolean[] VOWELS = new boolean[128];

    static {
        for (char vowel : "aeiou".toCharArray()) {
            VOWELS[vowel] = true;
        }
    }

    @Property
    void textComesOutAsUtf8(@ForAll String first, @ForAll String second) {
        TextBuffer out = new TextBuffer(null, 0);
        out.append(first).append('x').append(second);
        assertThat(out.toBytes()).isEqualTo((first + "x" + second).getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void charactersAreCountedAsJavaCounts(@ForAll String before, @ForAll String line) {
        String whole = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        TextBuffer out = new TextBuffer(null, 0);
        out.append(before).newline();
        int start = out.length();
        out.append(whole);
        assertThat(out.column()).isEqualTo(whole.length());
        assertThat(out.characters(start)).isEqualTo(whole.length());
    }

    @Test
    void aTextIsAppendedUpToWhatIsMarkedOrNotAscii() {
        assertThat(appended("xyz")).isEqualTo("xyz");
        assertThat(appended("xyaz")).isEqualTo("xy");
        assertThat(appended("x\u0141z")).isEqualTo("x");
        assertThat(appended("\u00e4")).isEmpty();
        assertThat(appended("")).isEmpty();
    }

    private static String appended(String text) {
        TextBuffer out = new TextBuffer(null, 0);
        int count = out.appendUntil(text, VOWELS);
        assertThat(out.length()).isEqualTo(count);
        return out.toString();
    }

    @Test
    void whatIsTakenBackIsGone() {
        TextBuffer out = new TextBuffer(null, 0);
        out.append("ab ").append("cd", 1, 2);
        assertThat(out.endsWith('d')).isTrue();
        out.truncate(2);
        assertThat(out.toString()).isEqualTo("ab");
        assertThat(new TextBuffer(null, 0).endsWith('d')).isFalse();
    }

    @Test
    void linesAreIndentedHoweverDeep() {
        TextBuffer out = new TextBuffer(null, 0);
        out.newline(3);
        out.newline(1000);
        out.spaces(2);
        assertThat(out.toString()).isEqualTo("\n   \n" + " ".repeat(1002));
        assertThat(out.column()).isEqualTo(1002);
    }

    @Test
    void fullBlocksGoToTheStreamAndTheRestAtTheEnd() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        TextBuffer out = new TextBuffer(target, 0);
        out.append("x".repeat(70_000));
        out.drainIfFull();
        assertThat(target.size()).isEqualTo(70_000);
        out.append("y");
        out.drainIfFull();
        assertThat(target.size()).isEqualTo(70_000);
        out.drain();
        assertThat(target.toString(StandardCharsets.UTF_8)).endsWith("xy");
    }
}
