package io.tapstack.model.io;

import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The text of a template was asked for, but CloudFormation would refuse it. The message lists all findings, a line for each. */
public final class InvalidTemplateException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** An exception about these findings. */
    public InvalidTemplateException(List<Finding> findings) {
        super(message(findings));
        this.findings = Collections.unmodifiableList(new ArrayList<>(findings));
    }

    /** What is wrong or worth knowing. */
    public List<Finding> findings() {
        return findings;
    }

    private static String message(List<Finding> findings) {
        StringBuilder lines = new StringBuilder();
        int errors = 0;
        for (Finding finding : findings) {
            errors += finding.severity() == Severity.ERROR ? 1 : 0;
            lines.append("\n  ").append(finding);
        }
        return "template: " + errors + (errors == 1 ? " error" : " errors") + lines;
    }
}
