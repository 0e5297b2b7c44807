package io.tapstack.reference.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as they are typed. */
final class Paths {

    private Paths() {}

    /**
     * The file that a name means.
     *
     * @param typed what the name was typed for, such as {@code --out}
     * @throws UsageException if it is not the name of a file
     */
    static Path of(String typed, String name) {
        try {
            if (!name.isEmpty()) {
                return Path.of(name);
            }
        } catch (InvalidPathException e) {
            // Not the name of a file either.
        }
        throw new UsageException(typed + ": '" + name + "' is not the name of a file");
    }
}
