package io.tapstack.model.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WildcardsTest {

    @Test
    void aPatternStandsForWholeTexts() {
        assertThat(Wildcards.match("s3:Get*", "s3:GetObject")).isTrue();
        assertThat(Wildcards.match("s3:Get*", "s3:PutObject")).isFalse();
        assertThat(Wildcards.match("s3:?etObject", "s3:GetObject")).isTrue();
        assertThat(Wildcards.match("s3:?GetObject", "s3:GetObject")).isFalse();
        assertThat(Wildcards.match("*", "")).isTrue();
        assertThat(Wildcards.match("", "s3:GetObject")).isFalse();
        assertThat(Wildcards.match("s3:get*", "s3:GetObject")).isFalse();
    }

    @Property
    void itIsTheRegularExpressionThatItLooksLike(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String pattern,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String text) {
        Pattern expression = Pattern.compile(pattern.replace("*", ".*").replace('?', '.'));

        assertThat(Wildcards.match(pattern, text))
                .isEqualTo(expression.matcher(text).matches());
    }

    @Test
    @Timeout(20)
    void aThousandStarsTakeNoLongerThanTheirLength() {
        assertThat(Wildcards.match("*a".repeat(50_000) + "x", "a".repeat(2_000)))
                .isFalse();
    }
}
