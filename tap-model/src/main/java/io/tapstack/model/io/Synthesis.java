package io.tapstack.model.io;

import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a template: what is to be said about it, and what it is when written, unless that is an error. */
public final class Synthesis {

    private final List<Finding> findings;
    private final byte @Nullable [] bytes;

    /** Takes the bytes as they are: nobody else may have them. */
    Synthesis(List<Finding> findings, byte @Nullable [] bytes) {
        this.findings = Collections.unmodifiableList(findings);
        this.bytes = hasErrors(findings) ? null : bytes;
    }

    /** What is wrong or worth knowing: first what concerns the template as a whole, then in its order. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether CloudFormation would refuse the template. */
    public boolean hasErrors() {
        return bytes == null;
    }

    /**
     * The template as text.
     *
     * @throws InvalidTemplateException if there are errors
     */
    public String text() {
        return new String(written(), StandardCharsets.UTF_8);
    }

    /**
     * The template in UTF-8, in an array of the caller's own.
     *
     * @throws InvalidTemplateException if there are errors
     */
    public byte[] bytes() {
        return written().clone();
    }

    private byte[] written() {
        if (bytes == null) {
            throw new InvalidTemplateException(findings);
        }
        return bytes;
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
        return bytes == null ? "no text: " + findings : text();
    }
}
