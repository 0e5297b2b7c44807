package io.tapstack.reference.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SourceExcerptTest {

    @Test
    void theCaretStandsBelowItsColumn() {
        assertThat(show("  Type: X", 9)).isEqualTo("  Type: X\n        ^");
        assertThat(show("abc", 1)).isEqualTo("abc\n^");
        assertThat(show("abc", 4)).isEqualTo("abc\n   ^");
        assertThat(show("abc", 99)).isEqualTo("abc\n   ^");
        assertThat(show("", 1)).isEqualTo("\n^");
    }

    @Test
    void tabsAreAsWideAsTheyLook() {
        assertThat(show("\tType: X", 2)).isEqualTo("    Type: X\n    ^");
        assertThat(show("a\tb", 3)).isEqualTo("a   b\n    ^");
        assertThat(show("abcd\te", 6)).isEqualTo("abcd    e\n        ^");
    }

    @Test
    void wideAndCombiningCharactersAreCounted() {
        assertThat(show("日本: x", 5)).isEqualTo("日本: x\n      ^");
        assertThat(show("\uD83D\uDE00 x", 3)).isEqualTo("\uD83D\uDE00 x\n   ^");
        assertThat(show("e\u0301x", 3)).isEqualTo("e\u0301x\n ^");
    }

    @Test
    void longLinesAreCutAroundTheCaret() {
        String line = "a".repeat(500) + "B" + "c".repeat(500);
        SourceExcerpt excerpt = SourceExcerpt.of(line, 501);
        assertThat(excerpt.text()).startsWith("…aaaa").endsWith("ccc…").hasSize(SourceExcerpt.WIDTH + 1);
        assertThat(excerpt.text().charAt(excerpt.caret())).isEqualTo('B');
        assertThat(SourceExcerpt.of(line, 0).text()).startsWith("aaa").endsWith("a…");
    }

    @Test
    void whatATerminalWouldObeyIsReplaced() {
        assertThat(SourceExcerpt.of("a\u001b[2J\u009b\u202e\ud800b", 1).text())
                .isEqualTo("a\uFFFD[2J\uFFFD\uFFFD\uFFFDb");
    }

    @Property
    void theCaretIsWithinWhatIsShown(
            @ForAll @StringLength(max = 400) String line, @ForAll @IntRange(max = 500) int column) {
        SourceExcerpt excerpt = SourceExcerpt.of(line, column);
        assertThat(excerpt.caret()).isBetween(0, SourceExcerpt.WIDTH + 3);
        assertThat(excerpt.text().codePointCount(0, excerpt.text().length())).isLessThanOrEqualTo(400 + 2);
        assertThat(excerpt.text().codePoints()).allMatch(Harmless::isHarmless);
    }

    private static String show(String line, int column) {
        SourceExcerpt excerpt = SourceExcerpt.of(line, column);
        return excerpt.text() + "\n" + " ".repeat(excerpt.caret()) + "^";
    }
}
