package io.tapstack.patterns.proof;

/**
 * What an update of a stack does to a resource, from the least to the worst.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html">Update
 *     behaviors of stack resources</a>
 */
public enum Fate {
    /** Only what is said beside its properties changes; the resource itself stays as it is. */
    UNTOUCHED,
    /** It is made. */
    ADDED,
    /** It is changed in place. */
    UPDATED,
    /** A new one is made, and the old one is deleted or left behind, as its {@code UpdateReplacePolicy} says. */
    REPLACED,
    /** It leaves the stack, and is deleted or left behind, as its {@code DeletionPolicy} says. */
    REMOVED,
    /** CloudFormation refuses the update: the type of a resource cannot change. */
    REFUSED
}
