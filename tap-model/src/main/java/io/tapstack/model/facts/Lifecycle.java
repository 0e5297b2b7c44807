package io.tapstack.model.facts;

/** How AWS cares for a resource type. */
public enum Lifecycle {

    /** Nothing special is known. */
    ACTIVE("active"),
    /** No new features; existing and new resources work. */
    MAINTENANCE("maintenance"),
    /** The service is closing, or closed to new customers. */
    SUNSET("sunset"),
    /** The service is gone. */
    SHUTDOWN("shutdown");

    private final String text;

    Lifecycle(String text) {
        this.text = text;
    }

    static Lifecycle of(String text) {
        for (Lifecycle lifecycle : values()) {
            if (lifecycle.text.equals(text)) {
                return lifecycle;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a lifecycle");
    }

    @Override
    public String toString() {
        return text;
    }
}
