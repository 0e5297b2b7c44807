package io.tapstack.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a validator has found out about types for one template serves the next, and other threads: none of them may notice. */
class SharedValidatorTest {

    private static final int THREADS = 4;

    @Test
    void findsTheSameAsOneOfItsOwnWhateverItHasSeenBefore() throws IOException {
        TemplateValidator shared = StructuralRules.validator();
        List<Template> templates = templates();
        templates.forEach(shared::validate);

        for (Template template : templates) {
            assertThat(shared.validate(template))
                    .hasToString(StructuralRules.validator().validate(template).toString());
        }
    }

    @Test
    void findsTheSameInSeveralThreadsAtOnce() throws IOException, InterruptedException, ExecutionException {
        TemplateValidator shared = StructuralRules.validator();
        String alone = findings(StructuralRules.validator(), templates());
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            List<Template> templates = templates();
            tasks.add(() -> {
                start.await();
                return findings(shared, templates);
            });
        }

        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<String> found : executor.invokeAll(tasks)) {
                assertThat(found.get()).isEqualTo(alone).contains("MissingProperty", "WrongPropertyType", "EnumValue");
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static String findings(TemplateValidator validator, List<Template> templates) {
        StringBuilder text = new StringBuilder();
        for (Template template : templates) {
            text.append(validator.validate(template));
        }
        return text.toString();
    }

    private static List<Template> templates() throws IOException {
        List<Template> templates = new ArrayList<>();
        for (Path file : RuleFixturesTest.fixtures()) {
            if (file.toString().contains("fail")) {
                templates.add(FixtureReader.read(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return templates;
    }
}
