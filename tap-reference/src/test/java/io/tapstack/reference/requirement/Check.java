package io.tapstack.reference.requirement;

/** Looks whether a stack is as a requirement wants it. */
@FunctionalInterface
interface Check {

    void check(Stack stack, Trouble trouble);

    /** Both. */
    default Check and(Check other) {
        return (stack, trouble) -> {
            check(stack, trouble);
            other.check(stack, trouble);
        };
    }
}
