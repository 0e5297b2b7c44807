package io.tapstack.model.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiteralsTest {

    @Test
    void stringsAreAscii() {
        assertThat(Literals.string("a\"b\\c\té~")).isEqualTo("\"a\\\"b\\\\c\\u0009\\u00e9~\"");
    }

    @Test
    void lineBreaksAreNoUnicodeEscapes() {
        assertThat(Literals.string("a\nb\rc")).isEqualTo("\"a\\nb\\rc\"");
    }

    @Test
    void javadocIsNeitherEndedNorEscapedNorMarkedUp() {
        assertThat(Literals.javadoc("*/ <b> &amp; @see {x} \\u0041"))
                .isEqualTo("<code>&#42;&#47; &#60;b&#62; &#38;amp&#59; &#64;see &#123;x&#125; &#92;u0041</code>");
    }
}
