package io.tapstack.model.validation;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a validation found, in the order of the template, then of the rules' ids. */
public final class ValidationResult {

    private final List<Finding> findings;
    private final List<SuppressedFinding> suppressed;
    private final List<Finding> unjudged;
    private final Map<String, Long> judged;

    ValidationResult(
            List<Finding> findings,
            List<SuppressedFinding> suppressed,
            List<Finding> unjudged,
            Map<String, Long> judged) {
        this.findings = Collections.unmodifiableList(findings);
        this.suppressed = Collections.unmodifiableList(suppressed);
        this.unjudged = Collections.unmodifiableList(unjudged);
        this.judged = Collections.unmodifiableMap(judged);
    }

    /** What is wrong or worth knowing, and not suppressed. */
    public List<Finding> findings() {
        return findings;
    }

    /** What is wrong, and accepted with a reason. */
    public List<SuppressedFinding> suppressed() {
        return suppressed;
    }

    /** What rules wanted to judge and could not; the message says why. */
    public List<Finding> unjudged() {
        return unjudged;
    }

    /** How much a rule judged: 0 if it found nothing to look at, so its silence means nothing. */
    public long judged(String ruleId) {
        return judged.getOrDefault(ruleId, 0L);
    }

    /** How many findings of this severity there are. */
    public int count(Severity severity) {
        int count = 0;
        for (Finding finding : findings) {
            count += finding.severity() == severity ? 1 : 0;
        }
        return count;
    }

    /** Whether a finding says that CloudFormation would refuse the template. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding).append('\n');
        }
        return text.toString();
    }
}
