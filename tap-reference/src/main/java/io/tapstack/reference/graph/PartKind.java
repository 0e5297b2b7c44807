package io.tapstack.reference.graph;

/** What a part of an architecture is, as far as a picture shows it. */
public enum PartKind {
    /** Code that runs. */
    COMPUTE,
    /** What keeps data. */
    STORE,
    /** What passes data on: streams, queues, topics. */
    CHANNEL,
    /** A key that encrypts. */
    KEY,
    /** Where calls come in: endpoints and APIs. */
    DOOR,
    /** What observes and records. */
    WATCH,
    /** Anything else, and every type that this library does not know. */
    OTHER
}
