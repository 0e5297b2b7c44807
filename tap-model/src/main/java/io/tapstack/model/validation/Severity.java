package io.tapstack.model.validation;

/** How bad a finding is, worst first. */
public enum Severity {
    /** CloudFormation refuses the template, or creating the stack fails. */
    ERROR,
    /** It works for some choices of parameters and not for others, or is very likely a mistake. */
    WARNING,
    /** Worth knowing; nothing breaks. */
    INFO;

    /** Whether this is as bad as another severity, or worse. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
