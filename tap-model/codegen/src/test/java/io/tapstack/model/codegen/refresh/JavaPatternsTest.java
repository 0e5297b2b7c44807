package io.tapstack.model.codegen.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaPatternsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^[a-z]+$ ^[a-z]+$",
                "[a[b] [a\\[b]",
                "[^[] [^\\[]",
                "[a&&b] [a\\&&b]",
                "a&&b[c] a&&b[c]",
                "\\[a[b\\]c] \\[a[b\\]c]",
                "[[:alpha:]_] [\\p{Alpha}_]",
            })
    void bracketsMeanTheSame(String pattern, String adapted) {
        assertThat(JavaPatterns.adapt(pattern)).contains(adapted);
    }

    @Test
    void whatJavaCannotCompileIsDropped() {
        assertThat(JavaPatterns.adapt("(?<n")).isEmpty();
    }
}
