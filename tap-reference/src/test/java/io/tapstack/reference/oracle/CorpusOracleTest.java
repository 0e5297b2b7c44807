package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.io.ReadTemplate;
import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Templates that others have written, good and bad, are read without a crash, and written back without a loss. */
@Tag("oracle")
class CorpusOracleTest {

    private static Corpus corpus;

    @BeforeAll
    static void unpack() {
        corpus = Corpus.ready(OracleEnvironment.ready());
    }

    @Test
    void every_template_is_read_or_refused_with_a_finding() {
        int refused = 0;
        for (String file : corpus.files()) {
            ReadTemplate read = TemplateReader.standard().read(corpus.folder().resolve(file));
            if (read.template().isEmpty()) {
                refused++;
                assertThat(read.findings()).as(file).hasSize(1);
                System.out.println("corpus: not read: " + file + ": "
                        + read.findings().get(0).message());
                assertThat(file).as("a template that cfn-lint takes").doesNotContain("/good/");
            }
        }
        System.out.println("corpus: " + (corpus.files().size() - refused) + " of "
                + corpus.files().size() + " templates read");
        assertThat(corpus.files()).hasSizeGreaterThan(280);
    }

    /** All that can be read, whether valid or not: more than the valid ones. */
    @Test
    void what_is_read_is_written_back_equal_in_both_notations() {
        List<String> unequal = new ArrayList<>();
        int count = 0;
        for (String file : corpus.files()) {
            Optional<Template> read = TemplateReader.standard()
                    .read(corpus.folder().resolve(file))
                    .template();
            for (TemplateFormat format : TemplateFormat.values()) {
                if (read.isPresent()) {
                    count++;
                    String fault = fault(read.get(), format);
                    if (!fault.isEmpty()) {
                        unequal.add(file + " as " + format + ": " + fault);
                    }
                }
            }
        }
        System.out.println("corpus: " + count + " round trips");
        unequal.forEach(one -> System.out.println("corpus: " + one));
        assertThat(unequal).isEmpty();
    }

    private static String fault(Template template, TemplateFormat format) {
        String text = TemplateWriter.of(format).write(template);
        ReadTemplate again =
                TemplateReader.standard().read("again." + format.extension(), text.getBytes(StandardCharsets.UTF_8));
        if (again.template().isEmpty()) {
            return again.findings().toString();
        }
        return again.template().get().equals(template) ? "" : "is another template";
    }
}
