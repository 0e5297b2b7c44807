package io.tapstack.patterns.proof;

/** Whether an update loses data, from the best to the worst. */
public enum DataLoss {
    /** No data is lost. */
    NONE,
    /** Data may be lost: it depends on what the templates don't tell. */
    POSSIBLE,
    /** Data is lost. */
    CERTAIN;

    /** The worse of two. */
    DataLoss or(DataLoss other) {
        return compareTo(other) < 0 ? other : this;
    }
}
