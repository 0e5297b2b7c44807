package io.tapstack.reference.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/requirements.md} is as the tests have it; {@code -Dgolden.update=true} writes it anew. */
class RequirementsPageTest {

    private static final Path PAGE = Path.of("../docs/requirements.md");

    @Test
    void thePageIsAsTheTestsHaveIt() throws IOException {
        String text = RequirementsPage.text();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(text);
    }
}
