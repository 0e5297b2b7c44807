package io.tapstack.reference.graph;

/** What one part of an architecture does to another. The order is that in which a picture names several. */
public enum LinkKind {
    /** Starts code of the other. */
    INVOKES("invokes"),
    /** Reaches a service through the other. */
    CALLS("calls"),
    /** Gets data of the other. */
    READS("reads"),
    /** Changes data of the other. */
    WRITES("writes"),
    /** Knows how to sign in to the other. */
    OPENS("opens"),
    /** Puts what failed into the other. */
    FAILURES("failed events"),
    /** Tells the other that something is wrong. */
    ALERTS("alerts"),
    /** Observes the other. */
    WATCHES("watches"),
    /** Protects the data of the other with itself, a key. */
    ENCRYPTS("encrypts"),
    /** Refers to the other in a way of which nothing more is known. */
    USES("uses");

    private final String word;

    LinkKind(String word) {
        this.word = word;
    }

    /** The word on an arrow. */
    public String word() {
        return word;
    }
}
