package io.tapstack.model.validation;

/**
 * Where a rule puts what it finds. Each rule has a sink of its own, so it need not name itself.
 *
 * <p>A finding in a place whose conditions can never hold together is dropped: that part of the template never counts. Behind the
 * message of one whose conditions do not always hold stands a choice of parameters under which they do.
 */
public interface FindingSink {

    /** Reports a finding with the severity of the rule. */
    void report(Place place, String message, String remedy);

    /** Reports a finding with another severity than the rule's own. */
    void report(Severity severity, Place place, String message, String remedy);

    /** Says that the rule had something to judge and could not, such as a value that is known only when the stack is created. */
    void unjudged(Place place, String why);

    /** Says that the rule really judged something, so that a rule that never looks is told from one that finds nothing. */
    void judged(int count);
}
