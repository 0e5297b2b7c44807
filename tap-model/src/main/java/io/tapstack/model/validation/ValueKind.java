package io.tapstack.model.validation;

/** What CloudFormation will see in a place once it has evaluated the functions there, as far as that is known beforehand. */
public enum ValueKind {
    /** A string, number or boolean: CloudFormation turns one into the other. */
    SCALAR,
    /** A list. */
    LIST,
    /** An object. */
    OBJECT,
    /** The truth of a condition. */
    TRUTH,
    /** Nothing: the place is as if it were not written. */
    ABSENT,
    /** Not known before the stack is created. */
    UNKNOWN
}
