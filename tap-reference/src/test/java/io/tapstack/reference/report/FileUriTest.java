package io.tapstack.reference.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileUriTest {

    @ParameterizedTest
    @CsvSource({
        "a.yml, a.yml",
        "../a/b.yml, ../a/b.yml",
        "/tmp/a.yml, file:///tmp/a.yml",
        "a b%.yml, a%20b%25.yml",
        "c:d.yml, c%3Ad.yml",
        "日.yml, %E6%97%A5.yml"
    })
    void namesBecomeUriReferences(String file, String uri) {
        assertThat(FileUri.of(file)).isEqualTo(uri);
        assertThat(URI.create(uri).getPath()).isEqualTo(file);
    }
}
