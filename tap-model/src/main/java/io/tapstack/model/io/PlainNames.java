package io.tapstack.model.io;

import org.jspecify.annotations.Nullable;

/** Names that were found to need no quotes and no escapes: most names come again and again, mostly as the same object. */
final class PlainNames {

    private static final int SIZE = 512;

    private final @Nullable String[] names = new String[SIZE];

    boolean contains(String name) {
        return name.equals(names[name.hashCode() & SIZE - 1]);
    }

    void add(String name) {
        names[name.hashCode() & SIZE - 1] = name;
    }
}
