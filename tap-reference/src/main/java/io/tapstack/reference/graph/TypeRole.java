package io.tapstack.reference.graph;

/** What the resources of a type are in a picture. */
sealed interface TypeRole {

    /** Each is a part of its own. */
    record Drawn(PartKind kind) implements TypeRole {}

    /** All together are one part. */
    record Gathered(PartKind kind, String name) implements TypeRole {}

    /** Each belongs to the resource to which this property refers, else to none. */
    record Folded(String property) implements TypeRole {}

    /** The rights of others: a role or a policy. */
    record Rights() implements TypeRole {}

    /** Neither a part nor of a part: what a network is made of. */
    record Plumbing() implements TypeRole {}
}
