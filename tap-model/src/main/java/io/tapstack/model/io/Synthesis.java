package io.tapstack.model.io;

import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a template: what is to be said about it, and its text unless that is an error. */
public final class Synthesis {

    private final List<Finding> findings;
    private final @Nullable String text;

    Synthesis(List<Finding> findings, @Nullable String text) {
        this.findings = Collections.unmodifiableList(findings);
        this.text = hasErrors(findings) ? null : text;
    }

    /** What is wrong or worth knowing: first what concerns the template as a whole, then in its order. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether CloudFormation would refuse the template. */
    public boolean hasErrors() {
        return text == null;
    }

    /**
     * The template as text.
     *
     * @throws InvalidTemplateException if there are errors
     */
    public String text() {
        if (text == null) {
            throw new InvalidTemplateException(findings);
        }
        return text;
    }

    private static boolean hasErrors(List<Finding> findings) {
        for (int i = 0, size = findings.size(); i < size; i++) {
            if (findings.get(i).severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text == null ? "no text: " + findings : text;
    }
}
