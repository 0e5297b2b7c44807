package io.tapstack.patterns.rule.network;

/** Whether something is so, as far as a template tells. */
enum Answer {
    /** It is. */
    YES,
    /** It is not. */
    NO,
    /** It depends on what is known only when the stack is created. */
    UNKNOWN
}
