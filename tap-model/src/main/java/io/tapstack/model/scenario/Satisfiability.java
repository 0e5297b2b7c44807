package io.tapstack.model.scenario;

/** Whether there is a choice of parameters for which several conditions hold, or do not hold, at once. */
public enum Satisfiability {
    /** There is one. */
    POSSIBLE,
    /** There is none. */
    IMPOSSIBLE,
    /** It cannot be told, or would take too long. */
    UNKNOWN
}
