package io.tapstack.model.io;

import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what the reader has to say about a file, up to a limit. */
final class ReaderFindings {

    private final String file;
    private final int maximum;
    private final List<Finding> findings = new ArrayList<>();
    private boolean full;

    ReaderFindings(String file, int maximum) {
        this.file = file;
        this.maximum = maximum;
    }

    /** Whether nothing more is taken. */
    boolean isFull() {
        return full;
    }

    /** What made the file unreadable. */
    void add(UnreadableException problem) {
        findings.add(builder(problem.ruleId(), problem.line(), problem.column())
                .path("")
                .message(problem.getMessage())
                .remedy(problem.remedy())
                .build());
    }

    /**
     * Something wrong at a place.
     *
     * @param path the place in the template, as validation writes paths
     */
    void add(String ruleId, int line, int column, String path, String message, String remedy) {
        if (findings.size() < maximum) {
            findings.add(builder(ruleId, line, column)
                    .logicalId(Optional.ofNullable(logicalId(path)))
                    .path(path)
                    .message(message)
                    .remedy(remedy)
                    .build());
        } else if (!full) {
            full = true;
            findings.add(builder(ReaderRules.LIMIT, line, column)
                    .path(path)
                    .message("There are more than " + maximum + " problems; those behind this place are not listed.")
                    .remedy("Correct these first.")
                    .build());
        }
    }

    private Finding.Builder builder(String ruleId, int line, int column) {
        Finding.Builder finding = Finding.builder();
        finding.ruleId(ruleId).severity(Severity.ERROR).file(file).line(line).column(column);
        return finding;
    }

    private static @Nullable String logicalId(String path) {
        String[] steps = path.split("/", 3);
        return steps.length < 2 || steps[1].isEmpty()
                ? null
                : steps[1].replace("~1", "/").replace("~0", "~");
    }

    /** All findings, unmodifiable: in the order of their places. */
    List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort((a, b) -> a.line() != b.line() ? a.line() - b.line() : a.column() - b.column());
        return Collections.unmodifiableList(sorted);
    }
}
